/* Joins the page to a learning management system with SCORM 1.2; without one it stays silent and
   the page keeps its answers as always. With one, the system's memory takes the place of this
   browser's, which another learner may use next: progress.js notices no difference.

   suspend_data holds at most 4096 characters: {"v": 1, "day", "last", "place", "q": [[given, right,
   tries] or 0 per question, in the order of the page]}. */
(function () {
  "use strict";
  var NAME = "portal.progress", MASTERY = Number("MASTERY_SCORE"), begun = Date.now();

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
  var state = { version: 1, pages: {} }, finished = false;
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
    } catch (error) { /* Nothing was kept, or by another edition. */ }
  }

  function entries() {
    return questions.map(function (one) {
      var pages = state.pages[one.page];
      return pages && pages.questions[one.question];
    });
  }
  function report() {
    var all = entries(), last = state.last || "";
    var right = all.filter(function (entry) { return entry && entry.right; }).length;
    var answered = all.filter(Boolean).length;
    var score = questions.length ? Math.round(100 * right / questions.length) : 100;
    set("cmi.core.score.min", 0);
    set("cmi.core.score.max", 100);
    set("cmi.core.score.raw", score);
    set("cmi.core.lesson_location", last);
    set("cmi.core.lesson_status", answered < questions.length ? "incomplete" : score >= MASTERY ? "passed" : "failed");
    set("cmi.suspend_data", JSON.stringify({
      v: 1, day: new Date().toISOString().slice(0, 10), last: last,
      place: (state.pages[last] && state.pages[last].place) || "",
      q: all.map(function (entry) { return entry ? [entry.given, entry.right ? 1 : 0, Math.min(entry.tries, 99)] : 0; })
    }));
    api.LMSCommit("");
  }

  // What progress.js takes for the browser's storage.
  var store = {};
  function hide(name, value) { Object.defineProperty(store, name, { value: value }); }
  function knows(name) { return Object.prototype.hasOwnProperty.call(store, name); }
  hide("getItem", function (name) { return name === NAME ? JSON.stringify(state) : knows(name) ? store[name] : null; });
  hide("setItem", function (name, text) {
    store[name] = String(text);
    if (name !== NAME) return;
    state = JSON.parse(text);
    report();
  });
  hide("removeItem", function (name) {
    delete store[name];
    if (name !== NAME) return;
    state = { version: 1, pages: {} };
    report();
  });
  restore();
  store[NAME] = JSON.stringify(state);
  Object.defineProperty(window, "localStorage", { configurable: true, get: function () { return store; } });

  var KINDS = { single: "choice", multiple: "choice", "true-false": "choice", order: "sequencing", match: "matching" };
  document.addEventListener("portal:answered", function (event) {
    var said = event.detail, start = "cmi.interactions." + (Number(get("cmi.interactions._count")) || 0) + ".";
    var letters = said.given.map(function (value) { return "abcdefghijklmnopqrstuvwxyz"[value] || "z"; });
    var pairs = letters.map(function (letter, place) { return place + "." + letter; });
    set(start + "id", said.page.split("/").pop() + "_" + said.question);
    set(start + "type", KINDS[said.kind] || "choice");
    set(start + "student_response", (said.kind === "match" ? pairs : letters).join(","));
    set(start + "result", said.right ? "correct" : "wrong");
    set(start + "time", new Date().toTimeString().slice(0, 8));
    api.LMSCommit("");
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
