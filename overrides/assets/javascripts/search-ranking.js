/* Search, 4 of 5: the pages that answer, best first, and the sentence to show of each. */

/** A finder for an index; `find(query)` returns results, best first. */
portalSearch.makeEngine = function (index) {
  "use strict";
  // Of pages made of data, written ones, and those that teach or say what the Convention says.
  var STANDING = [0.7, 1, 1.3];
  var MOST_LETTERS = 200, own = portalSearch.readIndex(index), reader = portalSearch.makeReader(own);
  var words = own.words, marks = own.marks, pages = own.pages, sections = own.sections;
  var texts = own.texts, headings = own.headings, scan = own.scan, firstSection = own.firstSection;

  // So many titles with all that was asked, and they tell nothing: "mercury" stands in most.
  var MOST_TITLES = 10;

  function standing(page) { return STANDING[pages[page][4]]; }

  /** Pages that teach a provision, or cite it, and where. */
  function aboutProvision(number) {
    var name = own.provisions[number][0], found = {};
    function near(other) {
      var id = own.provisions[other][0];
      return id === name ? 3 : id.lastIndexOf(name + "__", 0) === 0 ? 2 : name.lastIndexOf(id + "__", 0) === 0 ? 1 : 0;
    }
    function count(page) {
      return found[page] = found[page] || { score: 0, section: -1, sentence: 0, best: 0 };
    }
    pages.forEach((row, page) => {
      var best = Math.max.apply(null, [0].concat(row[3].map(near)));
      if (best) count(page).score += 100 * best;
    });
    sections.forEach((row, section) => {
      if (row[3] && !document.documentElement.hasAttribute("data-facilitator")) return;
      for (var at = 0; at < row[2].length; at += 2) {
        var value = near(row[2][at + 1]);
        if (value < 2) continue;
        var entry = count(row[0]);
        entry.score += value;
        if (value > entry.best) { entry.best = value; entry.section = section; entry.sentence = row[2][at]; }
      }
    });
    return found;
  }

  /** BM25: what a weight says in a text so many times as long as the others. */
  function grade(weight, length) { return weight * 2.2 / (weight + 1.2 * (0.4 + 0.6 * length)); }

  /** Section -> weight of a clause, whose rarity is noted. */
  function weigh(clause) {
    var weights = {}, number;
    clause.titles = {};
    clause.phrases.forEach(phrase => {
      scan(phrase, clause.strict, (section, at, weight) => {
        // The headings below the first of a page made of data stand on all such pages.
        var row = sections[section], heading = at < headings[section] && (pages[row[0]][4] || !row[1]);
        weights[section] = (weights[section] || 0) + weight * (heading ? 4 : 1);
        if (heading && !row[1]) clause.titles[row[0]] = true;
      });
    });
    (clause.pages || []).forEach((page, place) => {
      var section = firstSection(page);
      if (section >= 0) weights[section] = (weights[section] || 0) + 8 / (1 + place);
    });
    number = Object.keys(weights).length;
    clause.rarity = number && Math.log(1 + (texts.length - number + 0.5) / (number + 0.5));
    return weights;
  }

  /** Page -> its sections with scores, its best score for each clause, and that of the whole page. */
  function gather(clauses) {
    var byPage = {}, average = own.total / Math.max(1, texts.length);
    clauses.map(weigh).forEach((weights, number) => {
      var clause = clauses[number], share = clause.bonus ? 0 : clause.rarity, whole = {};
      for (var section in weights) {
        var page = sections[section][0];
        var score = clause.rarity * grade(weights[section], texts[section].length / average);
        var entry = byPage[page] = byPage[page] || { page: page, best: {}, sections: {}, cover: 0, whole: 0, titled: 0 };
        if (!(number in entry.best)) {
          entry.cover += share;
          if (clause.titles[page]) entry.titled += share;
        }
        entry.best[number] = Math.max(entry.best[number] || 0, score);
        var place = entry.sections[section] = entry.sections[section] || { section: Number(section), score: 0, cover: 0 };
        place.score += score;
        place.cover += share;
        whole[page] = (whole[page] || 0) + weights[section];
      }
      for (page in whole) {
        byPage[page].whole += clause.rarity * grade(whole[page], own.lengths[page] / own.total * pages.length);
      }
    });
    return byPage;
  }

  /** The pages, best first; a page needs most of the clauses. */
  function rank(clauses) {
    var found = Object.values(gather(clauses)), most = 0;
    // Of, the, 的: not worth a mark beside other words.
    var rarest = Math.max(...clauses.map(clause => clause.rarity));
    var all = clauses.reduce((sum, clause) => sum + (clause.bonus ? 0 : clause.rarity), 0);
    clauses.forEach(clause => { clause.common = clause.rarity < rarest / 4; });
    // A page whose title says it all stands with those that teach, even if it has no more text.
    var titled = found.filter(entry => entry.titled > 0.99 * all);
    if (titled.length <= MOST_TITLES) titled.forEach(entry => { entry.standing = STANDING[2]; });
    found.forEach(entry => {
      var list = Object.values(entry.sections);
      list.forEach(place => { place.rank = place.score * place.cover / all; });
      list.sort((a, b) => b.rank - a.rank || a.section - b.section);
      var sum = Object.values(entry.best).reduce((a, b) => a + b, 0);
      entry.list = list;
      entry.share = entry.cover / all;
      most = Math.max(most, entry.share);
      // The words in one place, on the page by section, and what the page as a whole is about.
      entry.score = (sum + list[0].rank + 0.6 * entry.whole) * entry.share * entry.share;
      entry.score *= entry.standing || standing(entry.page);
    });
    // What holds most of the words; up to ten pages, also what holds some.
    return found.sort((a, b) => b.score - a.score || a.page - b.page)
      .filter((entry, number) => entry.share >= most * (number < 10 ? 0.3 : 0.6));
  }

  /** Position in a section -> where the match ends, and its clause. */
  function marksIn(section, clauses) {
    var found = {};
    clauses.forEach((clause, number) => {
      if (!clause.common) clause.phrases.forEach(phrase => {
        scan(phrase, clause.strict, (own, at, weight, end) => {
          found[at] = { end: end, clause: number };
        }, section);
      });
    });
    return found;
  }

  /** The sentence that says most of what was asked, as pieces [text, marked]. */
  function sentence(section, found, given, written) {
    var text = texts[section];
    var start = headings[section] + 1, best = { score: -1, from: start, to: start }, number = 0;
    while (start < text.length) {
      var end = text.indexOf(0, start), seen = {}, score = 0;
      if (end < 0) end = text.length;
      for (var at = start; at < end; at++) {
        if (found[at] && !seen[found[at].clause]) { seen[found[at].clause] = true; score++; }
      }
      if (number === given) score += 100;
      if (score > best.score) best = { score: score, from: start, to: end };
      start = end + 1;
      number++;
    }
    // What stands on every page made of data says nothing.
    return best.score < (written ? 0 : 1) ? [] : spell(text, best.from, best.to, found);
  }

  /** The text between two positions as pieces; 60 at most. */
  function spell(text, from, to, found) {
    var first = from, last = to, out = [], reach = -1;
    for (var at = from; at < to && to - from > 60; at++) {
      if (found[at]) { first = Math.max(from, Math.min(at - 15, to - 60)); break; }
    }
    last = Math.min(to, first + 60);
    if (first > from) out.push(["… ", false]);
    for (at = first; at < last; at++) {
      if (found[at]) reach = Math.max(reach, found[at].end);
      var isWord = text[at] >= marks, gap = at > first && isWord && text[at - 1] >= marks && !index.han ? " " : "";
      var marked = at <= reach, joined = out.length && out[out.length - 1];
      if (gap && joined) {
        if (joined[1] && !marked) out.push([gap, false]);
        else joined[0] += gap;
        joined = out[out.length - 1];
      }
      if (joined && joined[1] === marked) joined[0] += words[text[at]];
      else out.push([words[text[at]], marked]);
    }
    if (last < to) out.push([" …", false]);
    return out;
  }

  function result(section, clauses, given) {
    var row = sections[section], page = pages[row[0]], found = marksIn(section, clauses);
    return {
      page: row[0],
      file: page[1],
      href: page[1] + (row[1] ? "#" + row[1] : ""),
      title: page[0],
      crumb: index.crumbs[page[2]],
      inside: Boolean(row[1]),
      heading: spell(texts[section], 0, headings[section], found),
      sentence: sentence(section, found, given, page[4])
    };
  }

  /** How many pages there are, the first `most` of them, and words read `instead`. */
  function find(query, most) {
    query = query.slice(0, MOST_LETTERS);
    var clauses = reader.read(query), makers = [], seen = {}, instead = [];
    reader.provisionsIn(query).forEach(number => {
      var row = own.provisions[number], about = aboutProvision(number);
      seen[row[2]] = true;
      makers.push(() => provisionResult(row));
      Object.keys(about).map(Number).filter(page => !seen[page])
        .sort((a, b) => about[b].score * standing(b) - about[a].score * standing(a) || a - b)
        .forEach(page => {
          var entry = about[page], cited = entry.section >= 0;
          var section = cited ? entry.section : firstSection(page);
          if (section < 0) return;
          seen[page] = true;
          makers.push(() => result(section, clauses, cited ? entry.sentence : undefined));
        });
    });
    rank(clauses).forEach(entry => {
      if (seen[entry.page]) return;
      makers.push(() => {
        var made = result(entry.list[0].section, clauses);
        made.others = entry.list.slice(1, 3).filter(own => {
          return own.rank > entry.list[0].rank * 0.5;
        }).map(own => result(own.section, clauses));
        return made;
      });
    });
    clauses.forEach(clause => {
      clause.phrases.forEach(phrase => {
        phrase.forEach(word => { if (word.instead) instead.push(word.instead); });
      });
    });
    var results = makers.slice(0, most || 10).map(make => make());
    return { count: makers.length, results: results, instead: instead };
  }

  function provisionResult(row) {
    var page = pages[row[2]], section = firstSection(row[2]);
    return {
      page: row[2], file: page[1], href: page[1] + (row[0].indexOf("__") < 0 ? "" : "#" + row[0]),
      title: page[0], crumb: index.crumbs[page[2]], inside: true, heading: [[row[1], false]], provision: row[0],
      sentence: section < 0 ? [] : sentence(section, {}, undefined, page[4])
    };
  }

  /** How many pages have no text here yet. */
  function unread() { return pages.length - Object.keys(own.lengths).length; }

  return { add: own.add, find: find, unread: unread };
};
