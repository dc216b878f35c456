/* Search, 3 of 5: what a query asks for. Queries are hostile: they reach the page as text only. */

/** A reader of queries: `read` finds the clauses, `provisionsIn` the provision that is named. */
portalSearch.makeReader = function (own) {
  "use strict";
  var MOST_CLAUSES = 12, CLITIC = /(^|[^\p{L}])\p{L}['’]/gu;
  var index = own.data, words = own.words, folded = own.folded, stripped = own.stripped, marks = own.marks;
  var fold = own.compare.fold, cut = own.compare.cut, bare = own.compare.bare, distance = own.compare.distance;
  var families = own.families, family = own.family, scan = own.scan, occurs = own.occurs;
  var units = new Map(Object.entries(index.units)), places = new Map(), labels = new Set();

  own.provisions.forEach((row, number) => {
    row[3].forEach(line => {
      places.set(line, number);
      line.split(" ").forEach(labels.add, labels);
    });
  });
  var terms = index.terms.map(row => {
    var written = row[0].map(fold);
    return { names: written.map(cut), typed: written.map(name => cut(name.replace(CLITIC, "$1"))), pages: row[1] };
  });

  /** The words of the index that a typed word may mean, with weights. */
  function matches(typed, unfinished) {
    var found = new Float32Array(words.length), some = false, exact = false, near = [], least = 7, own = bare(typed);
    function mean(number, weight) {
      families[family[number]].forEach(form => {
        var value = form === number ? weight : weight * 0.9;
        some = true;
        if (value > found[form]) found[form] = value;
      });
    }
    function each(then) { for (var number = marks; number < words.length; number++) then(number, folded[number]); }
    each((number, word) => {
      if (word === typed || stripped[number] === own) { mean(number, 1); exact = true; }
    });
    if (exact ? unfinished && typed.length > 1 : typed.length > 2) {
      each((number, word) => {
        if (word.length > typed.length && (word.startsWith(typed) || stripped[number].startsWith(own))) {
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
      if (least < 4 || !some) {
        near = near.filter(pair => pair[1] <= least + 0.5);
        var weight = some ? 0.25 : 0.6;
        near.forEach(pair => mean(pair[0], weight));
      } else near = [];
    }
    return { words: found, some: some, instead: near.length && least >= 4 ? words[near[0][0]] : "" };
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
      term.typed.forEach(name => {
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

  return { read: read, provisionsIn: provisionsIn };
};
