/* Search, 2 of 5: the index as scripts/portal/search/index.py writes it, unpacked. */

/** Words, families of their forms, pages, sections and texts of an index; more texts by `add`. */
portalSearch.readIndex = function (index) {
  "use strict";
  var compare = portalSearch.makeWords(index), marks = index.marks, words = readWords();
  var texts = [], headings = [], sections = [], family = [], families = {};
  var folded = compare.fold(words.join("\n")).split("\n");
  var own = {
    data: index, compare: compare, marks: marks, words: words, folded: folded, stripped: folded.map(compare.bare),
    families: families, family: family, pages: index.pages, provisions: readProvisions(), sections: sections, texts: texts, headings: headings,
    lengths: {}, total: 0, add: add, scan: scan, occurs: occurs, firstSection: firstSection
  };

  decode(index.forms).forEach((before, number) => {
    var first = family[marks + number] = before ? family[marks + number - before] : marks + number;
    (families[first] = families[first] || []).push(marks + number);
  });
  readSections(index.sections);
  add(0, index.texts);
  return own;

  /** Common words stand in full, the others by what they share with the one before. */
  function readWords() {
    var before = "";
    return index.words.split("\n").map((word, number) => {
      if (number >= index.common) {
        word = word === "^" ? before[0].toUpperCase() + before.slice(1)
          : before.slice(0, parseInt(word[0], 16)) + word.slice(1);
      }
      return before = word;
    });
  }

  /** Rows of id, name, page, and the lines of labels that mean it: provision_rows.py. */
  function readProvisions() {
    var columns = index.provisions, names = columns[1].split("\n"), kinds = decode(columns[2]), at = decode(columns[3]);
    var lines = columns[4].split("\n");
    return columns[0].split("\n").map((id, number) => {
      var values = id.split("__").map(step => step.slice(step.indexOf("_") + 1));
      var plain = id.replace(/^dec_/, "").split(/[_-]+/).filter(word => !/^(para|subpara|item)$/.test(word));
      var name = names[kinds[number]].replace(/([$%])(\d)/g, (sign, how, value) => {
        return how === "$" ? values[value] : values[value].toUpperCase();
      });
      var written = lines[number].replace(/[A-Z]/g, letter => plain[letter.charCodeAt() - 65]);
      return [id, name, at[number], [plain.join(" ")].concat(written ? written.split("|") : [])];
    });
  }

  /** Rows of page, anchor, [sentence, provision, …] and whether these are notes. */
  function readSections(columns) {
    var anchors = columns[1].split("\n"), cites = decode(columns[2]), at = 0;
    decode(columns[0]).forEach((count, page) => {
      while (count--) {
        var end = at + 1 + 2 * cites[at];
        sections.push([page, anchors[sections.length], cites.slice(at + 1, end), false]);
        at = end;
      }
    });
    decode(columns[3]).forEach(section => { sections[section][3] = true; });
  }

  /** Numbers from characters: encoding.py. */
  function decode(text) {
    var numbers = new Uint16Array(text.length);
    for (var at = 0; at < text.length; at++) {
      var code = text.charCodeAt(at);
      numbers[at] = code < 0x5c ? code - 0x23 : code < 0x7f ? code - 0x24 : code < 0x2000 ? code - 0xc0 + 91
        : code - 0x2070 + 0x1f40 + 91;
    }
    return numbers;
  }

  function add(start, encoded) {
    encoded.forEach((text, number) => {
      var numbers = decode(text), section = start + number;
      texts[section] = numbers;
      headings[section] = numbers.indexOf(0);
      own.total += numbers.length;
      own.lengths[sections[section][0]] = (own.lengths[sections[section][0]] || 0) + numbers.length;
    });
  }

  /** Call `then(section, from, weight, to)` where the words follow one another. */
  function scan(phrase, strict, then, only) {
    var first = phrase[0].words, start = only === undefined ? 0 : only;
    if (!phrase.every(word => word.some)) return;
    for (var section = start; section < (only === undefined ? texts.length : only + 1); section++) {
      var text = texts[section];
      if (!text || sections[section][3] && !document.documentElement.hasAttribute("data-facilitator")) continue;
      for (var at = 0; at < text.length; at++) {
        var weight = first[text[at]], here = at;
        if (!weight) continue;
        for (var next = 1; next < phrase.length && weight; next++) {
          here++;
          for (var signs = 0; signs < 3 && !strict && text[here] < marks && text[here] !== 0; signs++) here++;
          weight = Math.min(weight, phrase[next].words[text[here]] || 0);
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

  function firstSection(page) {
    return sections.findIndex((row, number) => row[0] === page && texts[number]);
  }
};
