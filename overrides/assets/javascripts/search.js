/*
  The search: an engine without a document, and the dialog that asks it.

  Loaded when the dialog is first opened; scripts/portal/search/index.py says what the index holds.
  Queries are hostile: they reach the page as text only.
*/
(function () {
  "use strict";
  var MOST_LETTERS = 200, MOST_CLAUSES = 12, SHOWN = 10, CLITIC = /(^|[^\p{L}])\p{L}['’]/gu;

  // The engine.

  /** A finder for an index; `find(query)` returns results, best first. */
  function makeEngine(index) {
    var words = index.words.split("\n");
    var letters = new RegExp("[" + Object.keys(index.letters).join("") + "]", "g");
    var folded = fold(index.words).split("\n"), stripped = folded.map(bare);
    var marks = index.marks, sections = index.sections, pages = index.pages;
    var leaders = decode(index.forms), family = leaders.map((leader, number) => {
      return marks + (leader ? leader - 1 : number);
    });
    var units = new Map(Object.entries(index.units));
    var families = {}, places = new Map(), labels = new Set(), texts = [], headings = [], total = 0;

    family.forEach((first, number) => {
      (families[first] = families[first] || []).push(marks + number);
    });
    index.provisions.forEach((row, number) => {
      var plain = row[0].replace(/^dec_/, "").split(/[_-]+/).filter(word => {
        return !/^(para|subpara|item)$/.test(word);
      }).join(" ");
      [plain].concat(row[3] ? row[3].split("|") : []).forEach(line => {
        places.set(line, number);
        line.split(" ").forEach(labels.add, labels);
      });
    });
    var terms = index.terms.map(row => {
      return { names: row[0].map(name => cut(fold(name))), pages: row[1] };
    });
    add(0, index.texts);

    function add(start, encoded) {
      encoded.forEach((text, number) => {
        var numbers = decode(text), section = start + number;
        texts[section] = numbers;
        headings[section] = numbers.indexOf(0);
        total += numbers.length;
      });
    }

    /** As `fold` in words.py. */
    function fold(text) {
      return text.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "")
        .replace(letters, letter => index.letters[letter]);
    }

    /** The words of a folded text. */
    function cut(text) {
      return text.match(index.han ? /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu : /[\p{L}\p{N}]+/gu) || [];
    }

    /** How far two words are apart: in their endings, and one wrong letter (4); -1: too far. */
    function distance(typed, word) {
      var gap = typed.length - word.length, at = 0;
      if (gap > 4 || gap < -4) return -1;
      if (typed[0] !== word[0] && typed[1] !== word[1] && typed[0] !== word[1] && typed[1] !== word[0]) return -1;
      while (at < typed.length && typed[at] === word[at]) at++;
      var least = endings(typed, word, at, at, 0);
      if (typed.length < 5 || least >= 0) return least;
      // One letter wrong, too many, missing; two exchanged.
      for (var kind = 0; kind < 4; kind++) {
        if (kind === 3 && (typed[at] !== word[at + 1] || typed[at + 1] !== word[at])) continue;
        var i = at + (kind === 3 ? 2 : kind !== 2), j = at + (kind === 3 ? 2 : kind !== 1);
        while (i < typed.length && typed[i] === word[j]) { i++; j++; }
        var found = endings(typed, word, i, j, 4);
        if (found >= 0 && (least < 0 || found < least)) least = found;
      }
      return least;
    }

    function endings(typed, word, i, j, cost) {
      var left = typed.length - i, right = word.length - j;
      if (left < 0 || right < 0 || left > 3 || right > 3) return -1;
      if (left + right && i < Math.max(4, typed.length * 0.6)) return -1;
      return cost + (left + right) / 2;
    }

    /** The words of the index that a typed word may mean, with weights. */
    function matches(typed, unfinished) {
      var found = new Map(), exact = false, near = [], least = 7, own = bare(typed);
      function mean(number, weight) {
        families[family[number - marks]].forEach(form => {
          var value = form === number ? weight : weight * 0.9;
          if (value > (found.get(form) || 0)) found.set(form, value);
        });
      }
      function each(then) { for (var number = marks; number < words.length; number++) then(number, folded[number]); }
      each((number, word) => {
        if (word === typed || stripped[number] === own) { mean(number, 1); exact = true; }
      });
      if (exact ? unfinished && typed.length > 1 : typed.length > 2) {
        each((number, word) => {
          if (word.length > typed.length && word.lastIndexOf(typed, 0) === 0) {
            mean(number, (exact ? 0.3 : 0.8) * Math.sqrt(typed.length / word.length));
          }
        });
      }
      if (!exact) {
        each(number => {
          var away = distance(own, stripped[number]);
          if (away < 0) return;
          least = Math.min(least, away);
          near.push([number, away]);
        });
        // Other endings count beside longer words; wrong letters only where there is nothing else.
        if (least < 4 || !found.size) {
          near = near.filter(pair => pair[1] <= least + 0.5);
          near.forEach(pair => mean(pair[0], 0.6));
        } else near = [];
      }
      return { words: found, instead: near.length && least >= 4 ? words[near[0][0]] : "" };
    }

    /** Arabic words without the particles written onto them; others as they are. */
    function bare(word) { return index.language === "ar" ? word.replace(/^و?(ال|بال|كال|فال|لل)?(?=...)/, "") : word; }

    /** Call `then(section, from, weight, to)` where the words follow one another. */
    function scan(phrase, strict, then, only) {
      var first = phrase[0].words, start = only === undefined ? 0 : only;
      if (!phrase.every(word => word.words.size)) return;
      for (var section = start; section < (only === undefined ? texts.length : only + 1); section++) {
        var text = texts[section];
        if (!text || sections[section][3] && !notesShown()) continue;
        for (var at = 0; at < text.length; at++) {
          var weight = first.get(text[at]), here = at;
          if (!weight) continue;
          for (var next = 1; next < phrase.length && weight; next++) {
            here++;
            if (!strict && text[here] < marks && text[here] !== 0) here++;
            weight = Math.min(weight, phrase[next].words.get(text[here]) || 0);
          }
          if (weight && then(section, at, weight, here) === false) return;
        }
      }
    }

    function occurs(phrase, strict) {
      var found = false;
      scan(phrase, strict, () => { found = true; return false; });
      return found;
    }

    /** Cut a run of Han characters into the longest pieces that occur. */
    function pieces(run) {
      var known = run.map(sign => matches(sign, false)), found = [], at = 0;
      while (at < known.length) {
        var end = Math.min(known.length, at + 12);
        while (end > at + 1 && !occurs(known.slice(at, end), true)) end--;
        found.push(known.slice(at, end));
        at = end;
      }
      // Single signs beside longer pieces say little: 的, 和.
      var long = found.filter(piece => piece.length > 1);
      return long.length ? long : found;
    }

    /** A long piece as the two words that it may consist of: those that are common. */
    function halves(piece) {
      var best = [], most = 0;
      [2, 3, piece.length - 3, piece.length - 2].forEach(at => {
        var both = [piece.slice(0, at), piece.slice(at)], counts = both.map(half => {
          var number = 0;
          scan(half, true, () => { number++; });
          return number;
        });
        if (at > 1 && at < piece.length - 1 && Math.min(...counts) > most) { best = both; most = Math.min(...counts); }
      });
      return best;
    }

    /** A query as clauses: phrases, one of which should stand in a section. */
    function read(query) {
      var clauses = [], chunks = fold(query).replace(CLITIC, "$1").split(/\s+/);
      var open = !/\s$/.test(query), tokens = [];
      chunks.forEach(chunk => {
        cut(chunk).forEach((word, number) => { tokens.push({ word: word, glued: number > 0 }); });
      });
      for (var at = 0; at < tokens.length && clauses.length < MOST_CLAUSES;) {
        var term = termAt(tokens, at), end = at + 1;
        if (term) {
          clauses.push({ phrases: term.names.map(phraseOf), pages: term.pages });
          at += term.length;
          continue;
        }
        while (end < tokens.length && tokens[end].glued && !termAt(tokens, end)) end++;
        var run = tokens.slice(at, end).map(token => token.word);
        var last = open && end === tokens.length;
        if (index.han && /\p{Script=Han}/u.test(run.join(""))) {
          pieces(run).forEach(piece => {
            clauses.push({ phrases: [piece], strict: true, bonus: piece.length > 3 });
            if (piece.length > 3) halves(piece).forEach(half => { clauses.push({ phrases: [half], strict: true }); });
          });
        } else {
          var phrase = run.map((word, number) => matches(word, last && number === run.length - 1));
          if (phrase.length > 1 && !occurs(phrase, false)) {
            phrase.forEach((word, number) => { clauses.push({ phrases: [[word]], letter: /^\p{L}$/u.test(run[number]) }); });
          } else clauses.push({ phrases: [phrase], letter: /^\p{L}$/u.test(run.join("")) });
        }
        at = end;
      }
      // A letter alone is a word only where there is no other.
      var long = clauses.filter(clause => !clause.letter);
      return (long.length ? long : clauses).slice(0, MOST_CLAUSES);
    }

    function phraseOf(name) { return name.map(word => matches(word, false)); }

    /** The longest term named in the tokens at `at`. */
    function termAt(tokens, at) {
      var best = null;
      terms.forEach(term => {
        term.names.forEach(name => {
          if (best && name.length <= best.length || at + name.length > tokens.length) return;
          var same = name.every((word, number) => word === tokens[at + number].word || distance(tokens[at + number].word, word) === 0.5);
          if (same) best = { names: term.names, pages: term.pages, length: name.length };
        });
      });
      return best;
    }

    /** The provision named in a query, read as far as it goes. */
    function provisionsIn(query) {
      var plain = fold(query).replace(CLITIC, "$1 ").replace(/(\p{L})-(?=\p{L})/gu, "$1");
      var tokens = (plain.match(/\d+|[一二三四五六七八九十]+|\p{Script=Han}|(?:(?!\p{Script=Han})\p{L})+/gu) || [])
        .slice(0, 40).map(token => {
          return units.has(token) ? units.get(token) : token;
        }).filter(token => labels.has(token));
      for (var length = Math.min(tokens.length, 9); length > 1; length--) {
        for (var at = 0; at + length <= tokens.length; at++) {
          var line = tokens.slice(at, at + length).join(" ");
          if (places.has(line)) return [places.get(line)];
        }
      }
      return [];
    }

    /** Pages that teach a provision, or cite it, and where. */
    function aboutProvision(number) {
      var name = index.provisions[number][0], found = {};
      function near(other) {
        var id = index.provisions[other][0];
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
        if (row[3] && !notesShown()) return;
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

    /** The pages, best first (BM25 by section; a page needs most of the clauses). */
    function rank(clauses) {
      var average = total / Math.max(1, texts.length), byPage = {}, all = 0;
      var scored = clauses.map(clause => {
        var weights = {}, number = 0;
        clause.phrases.forEach(phrase => {
          scan(phrase, clause.strict, (section, at, weight) => {
            weights[section] = (weights[section] || 0) + weight * (at < headings[section] ? 4 : 1);
          });
        });
        (clause.pages || []).forEach((page, place) => {
          var section = firstSection(page);
          if (section >= 0) weights[section] = (weights[section] || 0) + 8 - Math.min(place, 4);
        });
        for (var section in weights) number++;
        var rarity = Math.log(1 + (texts.length - number + 0.5) / (number + 0.5));
        if (number && !clause.bonus) all += rarity;
        clause.rarity = number ? rarity : 0;
        return { weights: weights, rarity: clause.rarity, bonus: clause.bonus };
      });
      // Of, the, 的: not worth a mark beside other words.
      var rarest = Math.max(...clauses.map(clause => clause.rarity));
      clauses.forEach(clause => { clause.common = clause.rarity < rarest / 4; });
      scored.forEach((clause, number) => {
        for (var section in clause.weights) {
          var weight = clause.weights[section], length = texts[section].length / average;
          var score = clause.rarity * weight * 2.2 / (weight + 1.2 * (0.4 + 0.6 * length));
          var page = sections[section][0];
          var entry = byPage[page] = byPage[page] || { page: page, best: {}, sections: {}, cover: 0 };
          if (!(number in entry.best) && !clause.bonus) entry.cover += clause.rarity;
          entry.best[number] = Math.max(entry.best[number] || 0, score);
          var own = entry.sections[section] = entry.sections[section] || { section: Number(section), score: 0, cover: 0 };
          own.score += score;
          if (!clause.bonus) own.cover += clause.rarity;
          own.rank = own.score * own.cover / all;
        }
      });
      var most = 0, found = Object.values(byPage).map(entry => {
        var list = Object.values(entry.sections).sort((a, b) => b.rank - a.rank || a.section - b.section);
        var sum = Object.values(entry.best).reduce((a, b) => a + b, 0);
        entry.list = list;
        entry.share = entry.cover / all;
        most = Math.max(most, entry.share);
        // Pages that somebody wrote before those made of the treaty's data.
        entry.score = (sum + list[0].rank) * entry.share * entry.share * (pages[entry.page][4] ? 1.15 : 1);
        return entry;
      });
      return found.filter(entry => entry.share >= most * 0.6)
        .sort((a, b) => b.score - a.score || a.page - b.page);
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

    function firstSection(page) {
      return sections.findIndex((row, number) => row[0] === page && texts[number]);
    }

    /** How many pages there are, the first `most` of them, and words read `instead`. */
    function find(query, most) {
      query = query.slice(0, MOST_LETTERS);
      var clauses = read(query), makers = [], seen = {}, instead = [];
      provisionsIn(query).forEach(number => {
        var row = index.provisions[number], about = aboutProvision(number);
        seen[row[2]] = true;
        makers.push(() => provisionResult(row));
        Object.keys(about).map(Number).filter(page => !seen[page])
          .sort((a, b) => about[b].score - about[a].score || a - b)
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
      var results = makers.slice(0, most || SHOWN).map(make => make());
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

    function decode(text) {
      var numbers = new Array(text.length);
      for (var at = 0; at < text.length; at++) {
        var code = text.charCodeAt(at);
        numbers[at] = code < 0x5c ? code - 0x23 : code < 0x7f ? code - 0x24 : code < 0x2000 ? code - 0xc0 + 91
          : code - 0x2070 + 0x1f40 + 91;
      }
      return numbers;
    }

    return { add: add, find: find };
  }

  function notesShown() { return document.documentElement.hasAttribute("data-facilitator"); }

  // The dialog.

  var dialog = document.getElementById("search"), input = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]"), list = dialog.querySelector("[role=listbox]");
  var foot = dialog.querySelector(".search-foot"), base = dialog.dataset.index.replace(/search\/index\.js$/, "");
  var labels = {}, engine = null, hits = [], active = -1, shown = SHOWN, waiting = 0, rules = null;

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text || "";
    return made;
  }

  /** Append a label, with what stands in braces filled in. */
  function say(parent, key, count, values) {
    var word = labels[key] || "", plain = typeof word === "string" ? word : word[rules.select(count)] || word.other;
    plain.split(/\{(\w+)\}/).forEach((part, number) => {
      parent.append(number % 2 ? element("bdi", "", String(part === "count" ? count : values[part])) : part);
    });
    return parent;
  }

  function load(file, then) {
    var script = document.createElement("script");
    script.src = base + "search/" + file;
    script.onerror = fail;
    script.onload = then || null;
    document.head.appendChild(script);
  }

  function fail() {
    engine = null;
    clear();
    status.textContent = dialog.dataset.failed;
    foot.hidden = false;
  }

  function clear() {
    list.textContent = "";
    hits = [];
    move(-1);
    var old = dialog.querySelector(".search-empty, .search-more");
    if (old) old.remove();
  }

  function choose(option) {
    dialog.close();
    location.href = option.href;
  }

  /** Let the option of this number be the one that Enter opens. */
  function move(number) {
    if (hits[active]) hits[active].setAttribute("aria-selected", "false");
    active = number;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    input.setAttribute("aria-activedescendant", hits[active] ? hits[active].id : "");
    if (!hits[active]) return;
    hits[active].setAttribute("aria-selected", "true");
    hits[active].scrollIntoView({ block: "nearest" });
  }

  function marked(parent, pieces) {
    pieces.forEach(piece => {
      parent.append(piece[1] ? element("mark", "", piece[0]) : piece[0]);
    });
  }

  function option(found, extra) {
    var link = element("a", extra ? "search-hit search-hit--more" : "search-hit");
    link.href = base + found.href;
    link.id = "search-hit-" + hits.length;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    var where = [found.provision ? labels.provision : found.crumb, found.inside && found.title].filter(Boolean);
    if (where.length && !extra) link.appendChild(element("span", "search-hit__where", where.join(" › ")));
    marked(link.appendChild(element("span", "search-hit__title")), found.heading);
    marked(link.appendChild(element("span", "search-hit__text")), found.sentence);
    hits.push(link);
    list.appendChild(link);
  }

  function show() {
    waiting = 0;
    if (!engine) return;
    var query = input.value, answer;
    try { answer = engine.find(query, shown); } catch (error) { fail(); return; }
    clear();
    status.textContent = "";
    // Without what turns the direction of the text.
    var plain = query.replace(/[\p{C}]/gu, "").trim();
    foot.hidden = plain !== "" && answer.count > 0;
    if (!plain) return;
    if (!answer.count) { showEmpty(plain); return; }
    say(status, "found", answer.count, {});
    if (answer.instead.length) say(status.appendChild(element("span", "search-instead")), "instead", 0, { words: answer.instead.join(", ") });
    answer.results.forEach(found => {
      option(found, false);
      if (answer.count <= 5) (found.others || []).forEach(other => { option(other, true); });
    });
    input.setAttribute("aria-expanded", "true");
    if (answer.count > shown) {
      var more = say(element("button", "search-more"), "more", 0, {});
      more.type = "button";
      more.addEventListener("click", () => { shown += 20; show(); input.focus(); });
      list.after(more);
    }
  }

  function showEmpty(plain) {
    say(status, "nothing", 0, { query: plain.length > 60 ? plain.slice(0, 60) + "…" : plain });
    var box = element("div", "search-empty"), hints = element("ul", "");
    say(box.appendChild(element("p")), "try", 0, {});
    ["try.shorter", "try.provision", "try.abbreviation"].forEach(key => {
      say(hints.appendChild(element("li", "")), key, 0, { example: labels.example });
    });
    box.appendChild(hints);
    list.after(box);
  }

  function later() { if (!waiting) waiting = setTimeout(show, 30); }

  input.addEventListener("input", () => { shown = SHOWN; later(); });
  input.addEventListener("keydown", event => {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && hits.length) {
      event.preventDefault();
      // The field itself is one of the places.
      move((active + 1 + step + hits.length + 1) % (hits.length + 1) - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (waiting) { clearTimeout(waiting); show(); }
      if (hits.length) choose(hits[Math.max(0, active)]);
    }
  });
  list.addEventListener("click", event => {
    var link = event.target.closest("a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); choose(link); }
  });
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest("[data-search-close]")) dialog.close();
  });

  var api = window.portalSearch = {
    index: data => {
      try {
        engine = makeEngine(data);
        labels = data.labels;
        rules = new Intl.PluralRules(data.language);
      } catch (error) { fail(); return; }
      for (var part = 1; part < data.parts; part++) load("part-" + part + ".js");
      var keys = dialog.querySelector(".search-keys span");
      keys.textContent = labels.keys;
      keys.parentNode.hidden = false;
      api.ready = true;
      status.textContent = "";
      show();
    },
    part: (start, texts) => {
      if (!engine) return;
      try { engine.add(start, texts); } catch (error) { fail(); return; }
      show();
    },
    /** For tests, too. */
    find: (query, most) => engine.find(query, most),
    ready: false
  };

  load("index.js", () => { if (!api.ready) fail(); });
})();
