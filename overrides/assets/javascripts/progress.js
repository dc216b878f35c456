/* What this browser keeps of a learner: answers, visits, the place on a page. Nothing leaves it.

   localStorage "portal.progress" holds
     {"version": 1, "last": "waste/x", "pages": {"waste/x": {
       "seen": "2026-11-22", "place": "three-kinds", "done": "2026-11-22",
       "questions": {"sort-kinds-1": {"given": [1], "right": true, "tries": 2, "day": "2026-11-22"}}}}}
   `given` is the last answer; it counts options in the page's own order, which is the same in all
   languages. `right` stays once it was right.

   Questions dispatch "portal:answered" (it bubbles; detail: {page, question, objectives, kind,
   given, right}); it is kept here. After each change "portal:progress" is dispatched on the
   document, after deletion "portal:deleted". `window.portalProgress` answers:
     page(key)     what is kept of a page, or undefined
     last()        key of the module that was open last, or undefined
     trouble()     "" | "refused" | "full" | "unreadable": why nothing is being kept */
(function () {
  "use strict";
  var NAME = "portal.progress";
  var KEY = /^[a-z0-9-]{1,80}(\/[a-z0-9-]{1,80}){0,3}$/, ID = /^[A-Za-z0-9_-]{1,120}$/, DAY = /^\d{4}-\d\d-\d\d$/;

  function today() { return new Date().toISOString().slice(0, 10); }
  function isObject(value) { return value !== null && typeof value === "object" && !Array.isArray(value); }
  function isCount(value) { return Number.isInteger(value) && value >= 0 && value < 10000; }
  function isDay(value) { return value === undefined || (typeof value === "string" && DAY.test(value)); }

  function isAnswer(entry) {
    return isObject(entry) && Array.isArray(entry.given) && entry.given.length < 100 &&
      entry.given.every(isCount) && typeof entry.right === "boolean" && isCount(entry.tries) && isDay(entry.day);
  }
  function isPage(page) {
    return isObject(page) && isDay(page.seen) && isDay(page.done) && isObject(page.questions) &&
      (page.place === undefined || (typeof page.place === "string" && ID.test(page.place))) &&
      Object.keys(page.questions).every(function (id) { return ID.test(id) && isAnswer(page.questions[id]); });
  }
  function isState(state) {
    return isObject(state) && state.version === 1 && isObject(state.pages) &&
      (state.last === undefined || (typeof state.last === "string" && KEY.test(state.last))) &&
      Object.keys(state.pages).every(function (key) { return KEY.test(key) && isPage(state.pages[key]); });
  }

  var store = portalKeptState({
    name: NAME, largest: 500000, fits: isState, empty: function () { return { version: 1, pages: {} }; }
  });

  function change(key, edit) {
    if (!KEY.test(key)) return;
    var state = store.read();
    var page = Object.prototype.hasOwnProperty.call(state.pages, key) ? state.pages[key] : (state.pages[key] = { questions: {} });
    edit(page);
    state.last = key;
    store.keep(state);
    document.dispatchEvent(new CustomEvent("portal:progress"));
  }

  function pageOf(key) {
    var pages = store.read().pages;
    return Object.prototype.hasOwnProperty.call(pages, key) ? pages[key] : undefined;
  }
  window.portalProgress = {
    page: pageOf,
    last: function () { return store.read().last; },
    trouble: store.trouble
  };

  document.addEventListener("portal:answered", function (event) {
    var said = event.detail;
    if (!said || !ID.test(said.question)) return;
    change(said.page, function (page) {
      var before = page.questions[said.question];
      page.questions[said.question] = {
        given: said.given, right: said.right || Boolean(before && before.right), tries: (before ? before.tries : 0) + 1, day: today()
      };
    });
  });

  // The lines that tell how far a module is: "Questions right: 3 of 5".
  var lines = Array.prototype.slice.call(document.querySelectorAll("[data-progress]"));
  function fill(words, values) {
    return words.replace(/\{(\w+)\}/g, function (all, name) { return name in values ? values[name] : all; });
  }
  function idsOf(line) { return line.dataset.questions.split(" ").filter(Boolean); }
  function showLine(line) {
    var page = pageOf(line.dataset.progress), ids = idsOf(line);
    var answers = page ? page.questions : {};
    var answered = ids.filter(function (id) { return answers[id]; });
    var right = answered.filter(function (id) { return answers[id].right; }).length;
    var parts = [];
    if (ids.length && right === ids.length) parts.push("✓ " + line.dataset.done);
    else if (page && line.dataset.visited) parts.push(line.dataset.visited);
    if (answered.length) parts.push(fill(line.dataset.right, { right: right, total: ids.length }));
    line.textContent = parts.join(" · ");
    line.hidden = !parts.length;
  }

  // "Go on where you were", on the home page, on a track's page and at the head of a module.
  var goOn = document.querySelector(".go-on"), listed = document.querySelector("#portal-modules");
  function offer(href, words, language, direction) {
    var link = document.createElement("a");
    link.href = href;
    link.textContent = words;
    if (language) { link.lang = language; link.dir = direction; }
    goOn.append(link);
    goOn.hidden = false;
  }
  function showGoOn() {
    if (!goOn) return;
    if (here) {
      var kept = pageOf(here), heading = kept && kept.place && document.getElementById(kept.place);
      if (heading && heading.tagName === "H2" && !location.hash) offer("#" + heading.id, heading.textContent);
      return;
    }
    var last = store.read().last, modules = listed ? JSON.parse(listed.textContent) : [];
    modules.filter(function (module) { return module.key === last; }).forEach(function (module) {
      var place = pageOf(last) && pageOf(last).place, within = module.href.charAt(0) === "#" ? "-" : "#";
      offer(module.href + (place ? within + place : ""), module.title, module.language, module.direction);
    });
  }

  // A module that is open: it is visited, and the section last scrolled to is the reader's place.
  // A single file holds a track: its modules are articles, whose names stand before those of their sections.
  var foot = document.querySelector("#kept"), here = foot && foot.dataset.module;
  var joined = Array.prototype.slice.call(document.querySelectorAll("article[data-module]"));
  function follow() {
    var headings = Array.prototype.slice.call(document.querySelectorAll((joined.length ? "[data-module] " : "") + ".words h2[id]"));
    var place, timer;
    function note() {
      var above = headings.filter(function (h) { return h.getBoundingClientRect().top < innerHeight / 2; }).pop();
      if (!above || above.id === place || !ID.test(above.id)) return;
      place = above.id;
      var part = above.closest("article[data-module]");
      change(part ? part.dataset.module : here, function (page) {
        page.place = part ? place.slice(part.id.length + 1) : place;
        if (part) page.seen = today();
      });
    }
    addEventListener("scroll", function () {
      clearTimeout(timer);
      timer = setTimeout(note, 400);
    }, { passive: true });
    function isDone(key, page) {
      var line = lines.filter(function (one) { return one.dataset.progress === key; })[0], ids = line ? idsOf(line) : [];
      return ids.length > 0 && ids.every(function (id) { return page.questions[id] && page.questions[id].right; });
    }
    if (here) change(here, function (page) { page.seen = today(); });
    document.addEventListener("portal:answered", function (event) {
      var key = here || event.detail.page, page = pageOf(key);
      if (page && !page.done && isDone(key, page)) change(key, function (changed) { changed.done = today(); });
    });
  }

  function show() {
    lines.forEach(showLine);
    if (!foot) return;
    var why = store.trouble();
    foot.querySelector(".kept__words").textContent = foot.dataset[why || "kept"];
  }

  // One button deletes all; it asks once more first.
  function watchButton() {
    var button = foot.querySelector(".kept__delete"), sure = foot.querySelector(".kept__sure");
    var said = foot.querySelector("[role=status]");
    function ask(open) {
      sure.hidden = !open;
      button.hidden = open;
      button.setAttribute("aria-expanded", open);
      if (open) said.textContent = "";
      (open ? sure.querySelector("button") : button).focus();
    }
    button.addEventListener("click", function () { ask(true); });
    sure.addEventListener("click", function (event) {
      var choice = event.target.closest("button");
      if (!choice) return;
      if (choice.dataset.choice === "delete") {
        wipe();
        said.textContent = foot.dataset.deleted;
      }
      ask(false);
    });
  }
  function wipe() {
    try {
      Object.keys(localStorage).forEach(function (name) {
        if (name.indexOf("portal.") === 0) localStorage.removeItem(name);
      });
    } catch (error) { /* Nothing is kept there. */ }
    store.forget();
    if (goOn) { goOn.hidden = true; }
    document.dispatchEvent(new CustomEvent("portal:deleted"));
    show();
  }

  showGoOn();
  if (here || joined.length) follow();
  if (foot) watchButton();
  show();
  document.addEventListener("portal:progress", show);
  addEventListener("storage", function (event) { if (event.key === NAME || event.key === null) show(); });
})();
