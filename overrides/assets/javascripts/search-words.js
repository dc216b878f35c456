/*
  Search, 1 of 5: how words are compared. The parts are joined into one search.js when the site is
  built (scripts/portal/search/writing.py), which is loaded when the dialog is first opened.
*/
window.portalSearch = { ready: false };

/** What compares words in the language of an index: scripts/portal/search/words.py folds alike. */
portalSearch.makeWords = function (index) {
  "use strict";
  var letters = new RegExp("[" + Object.keys(index.letters).join("") + "]", "g");
  var word = index.han ? /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu : /[\p{L}\p{N}]+/gu;

  /** Small, without accents and other marks, one width. */
  function fold(text) {
    return text.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "")
      .replace(letters, letter => index.letters[letter]);
  }

  /** The words of a folded text. */
  function cut(text) { return text.match(word) || []; }

  /** Arabic words without the particles written onto them; of others, sulphide and sulfide alike. */
  function bare(word) {
    return index.language === "ar" ? word.replace(/^و?(ال|بال|كال|فال|لل)?(?=...)/, "") : word.replace(/ph/g, "f");
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

  return { fold: fold, cut: cut, bare: bare, distance: distance };
};
