/* A learner's result as a file and as a code for messages, and back.

   {track, name, pre, post}; `pre` and `post` are null or {draw, day, right}: the fingerprint of the
   questions asked, a day like 2027-03-01, and a 1 or 0 for each question in the order of the
   pre-test. The file is JSON with these keys, `format`, `version` and `check`; the code is
   MTR1.<the same as base64url>.<check>. `check` is a CRC-32 in eight hexadecimal digits: it shows
   what was damaged on its way. It proves nothing: whoever wants to change a result can. */
var portalResult = (function () {
  "use strict";
  var FORMAT = "minamata-training-result", VERSION = 1, LONGEST_NAME = 120;
  var TRACK = /^[a-z0-9-]{1,40}$/, DRAW = /^[0-9a-f]{8}$/, DAY = /^\d{4}-\d\d-\d\d$/, RIGHT = /^[01]{1,80}$/;
  /* What mail programs and messengers put between the letters of a long word. */
  var NOISE = /[\s>\u200b-\u200f\u2066-\u2069\ufeff]/g;
  var CODE = /MTR(\d{1,3})\.([\w\-\s>\u200b-\u200f\u2066-\u2069\ufeff]+)\.[\s>]*([0-9a-f]{8})/g;

  function crc32(bytes) {
    var sum = -1;
    bytes.forEach(function (byte) {
      sum ^= byte;
      for (var bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    });
    return ("0000000" + ((sum ^ -1) >>> 0).toString(16)).slice(-8);
  }
  function bytesOf(text) { return Array.prototype.slice.call(new TextEncoder().encode(text)); }

  function half(test) { return test ? [test.draw, test.day, test.right] : []; }
  function rowOf(result) { return JSON.stringify([result.track, result.name, half(result.pre), half(result.post)]); }
  function checkOf(result) { return crc32(bytesOf(rowOf(result))); }

  /* A name as it is kept: one line, not endless; whatever script or markup it holds is text. */
  function tidyName(text) {
    var line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
    return Array.from(line).slice(0, LONGEST_NAME).join("");
  }

  function writeCode(result) {
    var binary = bytesOf(rowOf(result)).map(function (byte) { return String.fromCharCode(byte); }).join("");
    var text = btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    return "MTR" + VERSION + "." + text + "." + checkOf(result);
  }

  function writeFile(result) {
    return JSON.stringify({
      format: FORMAT, version: VERSION, track: result.track, name: result.name,
      pre: result.pre, post: result.post, check: checkOf(result)
    }, null, 1) + "\n";
  }

  function is(pattern, value) { return typeof value === "string" && pattern.test(value); }
  function isTest(test) {
    return test === null || (typeof test === "object" && is(DRAW, test.draw) && is(DAY, test.day) && is(RIGHT, test.right));
  }
  function testOf(test) { return test && { draw: test.draw, day: test.day, right: test.right }; }

  /* {result}, or {fault}: "not-ours", "changed" or "later". */
  function judged(version, result, check) {
    if (version > VERSION) return { fault: "later" };
    var known = version === VERSION && is(TRACK, result.track) && typeof result.name === "string" &&
      isTest(result.pre) && isTest(result.post) && (result.pre || result.post);
    if (!known) return { fault: "not-ours" };
    var taken = { track: result.track, name: result.name, pre: testOf(result.pre), post: testOf(result.post) };
    if (check !== checkOf(taken)) return { fault: "changed" };
    return taken.name === tidyName(taken.name) ? { result: taken } : { fault: "not-ours" };
  }

  function readFile(text) {
    var file;
    try { file = JSON.parse(text); } catch (error) { return { fault: text.indexOf(FORMAT) < 0 ? "not-ours" : "changed" }; }
    if (file === null || file.format !== FORMAT || !Number.isInteger(file.version)) return { fault: "not-ours" };
    return judged(file.version, file, file.check);
  }

  function readCode(version, text, check) {
    var row;
    try {
      var binary = atob(text.replace(NOISE, "").replace(/-/g, "+").replace(/_/g, "/"));
      var bytes = Uint8Array.from(binary, function (letter) { return letter.charCodeAt(0); });
      row = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch (error) { row = null; }
    if (version > VERSION) return { fault: "later" };
    if (!Array.isArray(row) || row.length !== 4 || !Array.isArray(row[2]) || !Array.isArray(row[3])) return { fault: "changed" };
    var tests = row.slice(2).map(function (test) {
      return test.length ? { draw: test[0], day: test[1], right: test[2] } : null;
    });
    return judged(version, { track: row[0], name: row[1], pre: tests[0], post: tests[1] }, check);
  }

  /* Everything found in a text: a list of {result} or {fault}, never empty. */
  function read(text) {
    var plain = text.replace(/^\ufeff/, "").trim(), found = [], match;
    if (plain[0] === "{") return [readFile(plain)];
    CODE.lastIndex = 0;
    while ((match = CODE.exec(plain))) found.push(readCode(Number(match[1]), match[2], match[3]));
    var begun = (plain.match(/MTR\d{1,3}\./g) || []).length;
    for (var cut = found.length; cut < begun; cut += 1) found.push({ fault: "changed" });
    return found.length ? found : [{ fault: "not-ours" }];
  }

  return { code: writeCode, file: writeFile, read: read, tidyName: tidyName, longestName: LONGEST_NAME };
})();
