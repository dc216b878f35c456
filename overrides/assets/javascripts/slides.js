/* Slides on a stage: keys, swipes, overview, notes. Without this script the page is a list of
   slides. Nothing is kept and nothing is loaded; `#slide-7` or `#section-id` says where to begin. */
(function () {
  "use strict";
  var root = document.documentElement, rtl = root.dir === "rtl";
  var find = function (selector) { return document.querySelector(selector); };
  var frames = Array.prototype.slice.call(document.querySelectorAll(".frame"));
  var data = JSON.parse(find("#slides-data").textContent), words = JSON.parse(find("#slides-words").textContent);
  var notes = find("#slides-notes"), message = find("#slides-message"), place = find("#slides-place");
  var now = 0, listeners = [], quiet = null;

  function title(frame) { return frame.querySelector(".slide-title").textContent.trim(); }
  function tell(text, seen) {
    message.classList.toggle("is-seen", !!seen);
    message.textContent = text;
  }
  function mark(name, on) {
    find("[data-does=" + name + "]").setAttribute("aria-pressed", on);
  }

  function start() {
    var name = decodeURIComponent(location.hash.slice(1));
    var found = frames.findIndex(function (frame) { return name && (frame.id === name || frame.dataset.section === name); });
    return Math.max(0, found);
  }

  function show(number, options) {
    now = Math.max(0, Math.min(frames.length - 1, number));
    frames.forEach(function (frame, other) { frame.classList.toggle("is-shown", other === now); });
    var frame = frames[now], own = frame.querySelector(".slide-notes > div");
    place.textContent = (now + 1) + " / " + frames.length;
    notes.replaceChildren.apply(notes, own ? Array.prototype.slice.call(own.cloneNode(true).childNodes) : [words["no-notes"]]);
    notes.lang = own ? own.lang : root.lang;
    notes.dir = own ? own.dir : root.dir;
    notes.scrollTop = 0;
    find("#slides").scrollTop = 0;
    delete root.dataset.dark;
    if (!options || !options.silent) tell(frame.getAttribute("aria-label") + ": " + title(frame));
    try { history.replaceState(null, "", "#slide-" + (now + 1)); } catch (error) { /* The address stays. */ }
    listeners.forEach(function (listener) { listener(now); });
  }

  function stage() {
    root.dataset.mode = "stage";
    mark("overview", false);
    frames.forEach(function (frame) { frame.querySelector(".slide").inert = false; });
  }
  function overview() {
    root.dataset.mode = "overview";
    mark("overview", true);
    frames.forEach(function (frame) { frame.querySelector(".slide").inert = true; });
    reach(now);
  }
  // In the overview each slide is a button: what stands on it need not be read out again.
  frames.forEach(function (frame) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "frame-choose";
    button.setAttribute("aria-label", frame.getAttribute("aria-label") + ": " + title(frame));
    frame.append(button);
  });
  function reach(number) { frames[number].querySelector(".frame-choose").focus(); }
  function showNotes(on) {
    root.toggleAttribute("data-notes", on);
    notes.hidden = !on;
    mark("notes", on);
  }
  function leave() {
    var section = frames[now].dataset.section;
    location.href = find("#slides-leave").href + (section ? "#" + section : "");
  }

  var does = {
    next: function () { show(now + 1); },
    previous: function () { show(now - 1); },
    first: function () { show(0); },
    last: function () { show(frames.length - 1); },
    overview: function () { if (root.dataset.mode === "overview") stage(); else overview(); },
    notes: function () { showNotes(!root.hasAttribute("data-notes")); },
    full: function () {
      var left = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen && root.requestFullscreen();
      if (left) left.catch(function () { /* Refused: the window stays as it is. */ });
    },
    dark: function () { root.toggleAttribute("data-dark"); },
    print: function () { print(); },
    leave: leave,
    close: function () {
      if (root.dataset.mode === "overview") stage();
      else if (root.hasAttribute("data-dark")) root.removeAttribute("data-dark");
      else if (document.fullscreenElement) document.exitFullscreen();
      else leave();
    }
  };
  var keys = {
    ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
    Home: "first", End: "last", Escape: "close", f: "full", o: "overview", n: "notes", w: "presenter", b: "dark", ".": "dark"
  };
  keys[rtl ? "ArrowLeft" : "ArrowRight"] = "next";
  keys[rtl ? "ArrowRight" : "ArrowLeft"] = "previous";

  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    var key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    var name = event.key === " " && event.shiftKey ? "previous" : keys[key];
    var held = event.target.closest && event.target.closest("button, a, input, summary");
    if (!name || held && (key === " " || key === "Enter")) return;
    if (root.dataset.mode === "overview" && event.view === window) {
      if (/^Arrow/.test(key)) {
        event.preventDefault();
        show(now + (name === "next" ? 1 : -1));
        reach(now);
        return;
      }
      if (/^Page| |Enter|Backspace/.test(key)) return;
    }
    event.preventDefault();
    does[name]();
    if (root.dataset.mode === "overview" && (name === "first" || name === "last")) reach(now);
  }
  function choose(frame) {
    stage();
    show(frames.indexOf(frame));
  }

  document.addEventListener("keydown", press);
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-does]"), frame = event.target.closest(".frame");
    if (button) does[button.dataset.does]();
    else if (frame && root.dataset.mode === "overview") choose(frame);
  });
  addEventListener("hashchange", function () { show(start()); });

  // A swipe, as pages are turned in the script's direction; a pinch or a scroll is none.
  var touch = null;
  document.addEventListener("touchstart", function (event) {
    touch = event.touches.length === 1 ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
  }, { passive: true });
  document.addEventListener("touchend", function (event) {
    if (!touch || root.dataset.mode !== "stage") return;
    var x = event.changedTouches[0].clientX - touch.x, y = event.changedTouches[0].clientY - touch.y;
    touch = null;
    if (Math.abs(x) < 50 || Math.abs(x) < 2 * Math.abs(y)) return;
    if (x < 0 !== rtl) does.next(); else does.previous();
  }, { passive: true });

  // In full screen the tools go when the pointer rests, and come back with it or with Tab.
  function wake() {
    clearTimeout(quiet);
    root.removeAttribute("data-quiet");
    if (document.fullscreenElement) quiet = setTimeout(function () { root.setAttribute("data-quiet", ""); }, 3000);
  }
  ["pointermove", "pointerdown", "focusin", "fullscreenchange"].forEach(function (name) { document.addEventListener(name, wake); });
  document.addEventListener("keydown", function (event) { if (event.key === "Tab") wake(); }, true);

  window.portalSlides = {
    data: data, words: words, frames: frames, does: does, press: press, tell: tell, showNotes: showNotes,
    place: function () { return now; },
    follow: function (listener) { listeners.push(listener); }
  };
  stage();
  show(start(), { silent: true });
})();
