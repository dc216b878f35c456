/* Joins the page to a learning management system with SCORM 1.2; without one it stays silent and
   the page keeps its answers as always. With one, the system's memory takes the place of this
   browser's, which another learner may use next: progress.js notices no difference.

   The post-test decides, once it was taken; until then the questions of the modules do, when all are
   answered. What the system has recorded as passed stays passed, with the best score.
   suspend_data holds at most 4096 characters: {"v": 1, "day", "last", "place", "q": {mark of the
   question: [given, right, tries]}, "t": what test-store.js keeps}. Questions go by a mark of their
   name, not by their place: the next edition of the course may have one more. */
(function () {
  "use strict";
  var NAME = "portal.progress", TESTS = "portal.tests", MOST = 4096, MASTERY = Number("MASTERY_SCORE"), begun = Date.now();
  var words = document.currentScript.dataset, foot = document.getElementById("kept");

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
  if (!api) return;

  /* What the system answers; "" where it fails. */
  function call(name, first, second) {
    try {
      var said = second === undefined ? api[name](first) : api[name](first, second);
      return said === null || said === undefined ? "" : String(said);
    } catch (error) { return ""; }
  }
  function get(name) { return call("LMSGetValue", name); }
  function set(name, value) { return call("LMSSetValue", name, String(value)) === "true"; }
  function say(name, percent) { return words[name].replace("{percent}", percent); }
  /* Above everything, at once: whoever reads it at the foot has worked for nothing. */
  function warn(text) {
    var line = document.createElement("p");
    line.className = "notice notice--fallback";
    line.setAttribute("role", "alert");
    line.textContent = text;
    document.querySelector("article").prepend(line);
  }
  if (call("LMSInitialize", "") !== "true") { warn(words.notStarted); return; }

  var sections = Array.prototype.slice.call(document.querySelectorAll(".block-question[data-question]"));
  var questions = sections.map(function (one) { return one.dataset; });
  var state = { version: 1, pages: {} }, tests = { version: 1, tracks: {} }, finished = false, foreign = false;
  var best = { passed: get("cmi.core.lesson_status") === "passed", score: Number(get("cmi.core.score.raw")) || 0 };
  /* FNV-1a, in five letters or digits: 86 questions share a mark once in 16 000 courses. */
  function markOf(one) {
    var sum = 2166136261;
    Array.prototype.forEach.call(one.page + "#" + one.question, function (letter) {
      sum = Math.imul(sum ^ letter.charCodeAt(0), 16777619) >>> 0;
    });
    return sum.toString(36).slice(-5);
  }
  function page(key) { return state.pages[key] || (state.pages[key] = { questions: {} }); }

  function restore() {
    var text = get("cmi.suspend_data");
    try {
      var kept = text ? JSON.parse(text) : null;
      if (!kept) return;
      foreign = kept.v !== 1;
      if (foreign) return;
      questions.forEach(function (one) {
        var entry = kept.q[markOf(one)];
        if (entry) page(one.page).questions[one.question] = { given: entry[0], right: entry[1] === 1, tries: entry[2], day: kept.day };
      });
      if (kept.last) {
        state.last = kept.last;
        if (kept.place) page(kept.last).place = kept.place;
      }
      if (kept.t) tests.tracks = kept.t;
    } catch (error) { foreign = true; }
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
    var kept = { v: 1, day: new Date().toISOString().slice(0, 10), last: last, place: place, q: {}, t: tests.tracks };
    function written(isShort) {
      all.forEach(function (entry, number) {
        if (entry) kept.q[markOf(questions[number])] = [isShort ? [] : entry.given, entry.right ? 1 : 0, Math.min(entry.tries, 99)];
      });
      return JSON.stringify(kept, function (key, value) { return isShort && key === "draft" ? undefined : value; });
    }
    // A test that was begun, and which option was chosen, are the least loss.
    var text = written(false);
    return text.length <= MOST ? text : written(true);
  }
  /* Tell the system where the learner stands; return whether it took what decides. */
  function report() {
    if (foreign) return true;
    var all = entries(), last = state.last || "", judgement = judged(all), score = judgement[0];
    var place = (state.pages[last] && state.pages[last].place) || "";
    best.passed = best.passed || (judgement[1] && score >= MASTERY);
    if (best.passed) score = best.score = Math.max(score, best.score);
    set("cmi.core.score.min", 0);
    set("cmi.core.score.max", 100);
    set("cmi.core.score.raw", score);
    set("cmi.core.lesson_location", last + (place ? "#" + place : ""));
    var took = set("cmi.core.lesson_status", best.passed ? "passed" : judgement[1] ? "failed" : "incomplete");
    took = set("cmi.suspend_data", suspended(all, last, place)) && took;
    took = call("LMSCommit", "") === "true" && took;
    tell(took && (best.passed ? say("passed", score) : judgement[1] ? say("failed", score) : ""));
    return took;
  }

  // What progress.js and test-store.js take for the browser's storage.
  var store = {};
  function textOf(name) { return name === NAME ? JSON.stringify(state) : name === TESTS ? JSON.stringify(tests) : null; }
  function take(name, data) {
    if (name === NAME) state = data || { version: 1, pages: {} };
    else if (name === TESTS) tests = data || { version: 1, tracks: {} };
    else return;
    foreign = false;
    if (!report()) throw new Error("The system refused it.");
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
  /* What the page says of this browser is said of the system; deleting is the system's matter. */
  var recorded = document.createElement("p"), post = document.querySelector("[data-step=post]");
  function tell(text) {
    recorded.textContent = text || "";
    recorded.hidden = !text;
  }
  function speak() {
    ["refused", "full", "unreadable"].forEach(function (name) { foot.dataset[name] = words.refused; });
    foot.dataset.kept = words.kept;
    foot.querySelector(".kept__delete").parentNode.hidden = true;
    if (!post) return;
    var passing = document.createElement("p"), head = document.getElementById("track-test").parentNode;
    passing.textContent = say("passing", MASTERY);
    recorded.setAttribute("role", "status");
    post.insertBefore(passing, post.lastElementChild);
    post.insertBefore(recorded, post.lastElementChild);
    head.querySelector(".words > p:last-child").textContent = words.kept;
  }
  speak();
  restore();
  // progress.js deletes whatever it finds under names that begin with "portal.".
  [NAME, TESTS].forEach(function (name) { store[name] = textOf(name); });
  Object.defineProperty(window, "localStorage", { configurable: true, get: function () { return store; } });

  var KINDS = { single: "choice", multiple: "choice", "true-false": "choice", order: "sequencing", match: "matching" };
  /* Options by letters, as SCORM writes them. */
  function written(kind, values) {
    var letters = values.map(function (value) { return "abcdefghijklmnopqrstuvwxyz"[value] || "z"; });
    return (kind === "match" ? letters.map(function (letter, place) { return place + "." + letter; }) : letters).join(",");
  }
  function interact(id, kind, given, right, solution) {
    var start = "cmi.interactions." + (Number(get("cmi.interactions._count")) || 0) + ".";
    set(start + "id", id);
    set(start + "type", KINDS[kind] || "choice");
    set(start + "student_response", written(kind, given));
    set(start + "correct_responses.0.pattern", written(kind, solution));
    set(start + "result", right ? "correct" : "wrong");
    set(start + "time", new Date().toTimeString().slice(0, 8));
  }
  /* What is right, by mark: read now, since quiz.js takes the lists apart. */
  var solutions = {};
  sections.forEach(function (section) {
    var answers = Array.prototype.slice.call(section.querySelectorAll(".question-answers > * > li")), solution = [];
    answers.forEach(function (answer, place) {
      var option = section.querySelector('.question-options > [data-item="' + place + '"]');
      if (section.dataset.kind === "match") solution.push(Number(option && option.dataset.answer));
      else if (section.dataset.kind === "order" || answer.classList.contains("right")) solution.push(place);
    });
    solutions[markOf(section.dataset)] = solution;
  });
  function nameOf(page, question) { return page.split("/").pop() + "_" + question; }
  document.addEventListener("portal:answered", function (event) {
    var said = event.detail;
    interact(nameOf(said.page, said.question), said.kind, said.given, said.right, solutions[markOf(said)]);
    call("LMSCommit", "");
  });
  document.addEventListener("portal:tested", function (event) {
    event.detail.answers.forEach(function (answer) {
      var of = answer.of.split("#");
      interact(event.detail.test + "-test_" + nameOf(of[0], of[1]), "choice", answer.given, answer.right, answer.solution);
    });
    call("LMSCommit", "");
  });

  // A page of elsewhere would take the course's place in the frame, and end it.
  Array.prototype.forEach.call(document.querySelectorAll('a[href^="http"]'), function (link) {
    link.target = "_blank";
    link.rel = "noopener";
  });

  // Back to where the learner was, if no test is open; the page's own script offers the way as well.
  addEventListener("load", function () {
    if (document.querySelector(".test-form:not([hidden])")) return;
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
    call("LMSFinish", "");
  });
  // Out of the browser's memory of pages, the session is over: it begins anew.
  addEventListener("pageshow", function (event) { if (event.persisted && finished) location.reload(); });
  if (!report()) warn(words.refused);
})();
