/* Joins the page to a learning management system with SCORM 1.2; without one it stays silent and
   the page keeps its answers as always. With one, the system's memory takes the place of this
   browser's, which another learner may use next: progress.js notices no difference.

   The post-test decides, once it was taken; until then the questions of the modules do, when all are
   answered. suspend_data holds at most 4096 characters: {"v": 1, "day", "last", "place", "q": [[given,
   right, tries] or 0 per question, in the order of the page], "t": what test-store.js keeps}. */
(function () {
  "use strict";
  var NAME = "portal.progress", TESTS = "portal.tests", MOST = 4096, MASTERY = Number("MASTERY_SCORE"), begun = Date.now();

  function find(start) {
    var place = start;
    try {
      for (var steps = 0; place && steps < 10; steps += 1) {
        if (place.API) return place.API;
        if (place.parent === place) break;
        place = place.parent;
      }
    } catch (error) { /* Another site's frame: not ours to look into. */ }
    return null;
  }
  var api = find(window) || find(window.opener);
  if (!api || String(api.LMSInitialize("")) !== "true") return;

  function get(name) { return String(api.LMSGetValue(name) || ""); }
  function set(name, value) { return api.LMSSetValue(name, String(value)); }
  var sections = Array.prototype.slice.call(document.querySelectorAll(".block-question[data-question]"));
  var questions = sections.map(function (one) { return one.dataset; });
  var state = { version: 1, pages: {} }, tests = { version: 1, tracks: {} }, finished = false;
  function page(key) { return state.pages[key] || (state.pages[key] = { questions: {} }); }

  function restore() {
    try {
      var kept = JSON.parse(get("cmi.suspend_data"));
      if (kept.v !== 1) return;
      questions.forEach(function (one, number) {
        var entry = kept.q[number];
        if (entry) page(one.page).questions[one.question] = { given: entry[0], right: entry[1] === 1, tries: entry[2], day: kept.day };
      });
      if (kept.last) {
        state.last = kept.last;
        if (kept.place) page(kept.last).place = kept.place;
      }
      if (kept.t) tests.tracks = kept.t;
    } catch (error) { /* Nothing was kept, or by another edition. */ }
  }

  function entries() {
    return questions.map(function (one) {
      var pages = state.pages[one.page];
      return pages && pages.questions[one.question];
    });
  }
  function postTest() {
    return Object.keys(tests.tracks).map(function (track) { return tests.tracks[track].post; }).filter(Boolean)[0];
  }
  /* [per cent right, whether that is the end] */
  function judged(all) {
    var post = postTest(), marks = post ? post.right.split("") : all.map(function (entry) { return entry && entry.right ? "1" : "0"; });
    var right = marks.filter(function (mark) { return mark === "1"; }).length;
    return [marks.length ? Math.round(100 * right / marks.length) : 100, Boolean(post) || all.every(Boolean)];
  }
  function suspended(all, last, place) {
    var kept = {
      v: 1, day: new Date().toISOString().slice(0, 10), last: last, place: place,
      q: all.map(function (entry) { return entry ? [entry.given, entry.right ? 1 : 0, Math.min(entry.tries, 99)] : 0; }),
      t: tests.tracks
    };
    var text = JSON.stringify(kept);
    // A test that was begun is the least loss.
    return text.length <= MOST ? text : JSON.stringify(kept, function (key, value) { return key === "draft" ? undefined : value; });
  }
  function report() {
    var all = entries(), last = state.last || "", judgement = judged(all), score = judgement[0];
    var place = (state.pages[last] && state.pages[last].place) || "";
    set("cmi.core.score.min", 0);
    set("cmi.core.score.max", 100);
    set("cmi.core.score.raw", score);
    set("cmi.core.lesson_location", last + (place ? "#" + place : ""));
    set("cmi.core.lesson_status", !judgement[1] ? "incomplete" : score >= MASTERY ? "passed" : "failed");
    set("cmi.suspend_data", suspended(all, last, place));
    api.LMSCommit("");
  }

  // What progress.js and test-store.js take for the browser's storage.
  var store = {};
  function textOf(name) { return name === NAME ? JSON.stringify(state) : name === TESTS ? JSON.stringify(tests) : null; }
  function take(name, data) {
    if (name === NAME) state = data || { version: 1, pages: {} };
    else if (name === TESTS) tests = data || { version: 1, tracks: {} };
    else return;
    report();
  }
  function hide(name, value) { Object.defineProperty(store, name, { value: value }); }
  function knows(name) { return Object.prototype.hasOwnProperty.call(store, name); }
  hide("getItem", function (name) { return textOf(name) || (knows(name) ? store[name] : null); });
  hide("setItem", function (name, text) {
    store[name] = String(text);
    take(name, textOf(name) && JSON.parse(text));
  });
  hide("removeItem", function (name) {
    delete store[name];
    take(name, null);
  });
  restore();
  // progress.js deletes whatever it finds under names that begin with "portal.".
  [NAME, TESTS].forEach(function (name) { store[name] = textOf(name); });
  Object.defineProperty(window, "localStorage", { configurable: true, get: function () { return store; } });

  var KINDS = { single: "choice", multiple: "choice", "true-false": "choice", order: "sequencing", match: "matching" };
  function interact(id, kind, given, right) {
    var start = "cmi.interactions." + (Number(get("cmi.interactions._count")) || 0) + ".";
    var letters = given.map(function (value) { return "abcdefghijklmnopqrstuvwxyz"[value] || "z"; });
    var pairs = letters.map(function (letter, place) { return place + "." + letter; });
    set(start + "id", id);
    set(start + "type", KINDS[kind] || "choice");
    set(start + "student_response", (kind === "match" ? pairs : letters).join(","));
    set(start + "result", right ? "correct" : "wrong");
    set(start + "time", new Date().toTimeString().slice(0, 8));
  }
  function nameOf(page, question) { return page.split("/").pop() + "_" + question; }
  document.addEventListener("portal:answered", function (event) {
    var said = event.detail;
    interact(nameOf(said.page, said.question), said.kind, said.given, said.right);
    api.LMSCommit("");
  });
  document.addEventListener("portal:tested", function (event) {
    event.detail.answers.forEach(function (answer) {
      var of = answer.of.split("#");
      interact(event.detail.test + "-test_" + nameOf(of[0], of[1]), "choice", answer.given, answer.right);
    });
    api.LMSCommit("");
  });

  // Back to where the learner was; the page's own script offers the way as well.
  addEventListener("load", function () {
    var part = state.last && document.querySelector('article[data-module="' + state.last + '"]');
    if (!part || location.hash) return;
    var place = page(state.last).place;
    (place && document.getElementById(part.id + "-" + place) || part).scrollIntoView();
  });

  function two(value) { return (value < 10 ? "0" : "") + value; }
  addEventListener("pagehide", function () {
    if (finished) return;
    finished = true;
    var seconds = Math.round((Date.now() - begun) / 1000);
    set("cmi.core.session_time", two(Math.floor(seconds / 3600)) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60));
    set("cmi.core.exit", "suspend");
    report();
    api.LMSFinish("");
  });
  report();
})();
