/* The presenter's window: this slide, the next one, notes and a clock. The slides draw it into an
   empty window of their own, so that it works from a disk, where windows cannot send messages. */
(function () {
  "use strict";
  var slides = window.portalSlides, words = slides.words;
  var desk = null, parts = {}, timer = null;
  var clock = { begun: null, kept: 0 };

  function element(tag, name, text, parent) {
    var made = desk.document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    (parent || desk.document.body).append(made);
    return made;
  }
  function used() { return clock.kept + (clock.begun === null ? 0 : Date.now() - clock.begun); }
  function run(on) {
    clock.kept = used();
    clock.begun = on ? Date.now() : null;
    tick();
  }
  function two(number) { return (number < 10 ? "0" : "") + number; }

  function tick() {
    if (!open()) return;
    var seconds = Math.floor(used() / 1000), day = new Date();
    parts.time.textContent = two(day.getHours()) + ":" + two(day.getMinutes());
    parts.used.textContent = Math.floor(seconds / 60) + ":" + two(seconds % 60);
    parts.run.textContent = clock.begun === null ? words.start : words.stop;
  }
  function open() { return desk !== null && !desk.closed; }

  function button(text, act, parent) {
    var made = element("button", "", text, parent);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }
  function entry(list, name) {
    element("dt", "", name, list);
    return element("dd", "", "", list);
  }

  function furnish() {
    var own = desk.document, page = document.documentElement;
    own.documentElement.lang = page.lang;
    own.documentElement.dir = page.dir;
    own.title = words.presenter + " – " + document.title;
    document.querySelectorAll("link[rel=stylesheet]").forEach(function (link) {
      var copy = own.createElement("link");
      copy.rel = "stylesheet";
      copy.href = link.href;
      copy.media = link.media;
      own.head.append(copy);
    });
    own.body.className = "desk " + document.body.className;
    parts.now = element("section");
    parts.next = element("section");
    parts.notes = element("section", "desk-notes");
    var side = element("section");
    var list = element("dl", "desk-clock", "", side);
    parts.place = entry(list, "");
    parts.time = entry(list, words.clock);
    parts.used = entry(list, words.elapsed);
    parts.planned = entry(list, words.planned);
    parts.run = null;
    var buttons = element("p", "desk-buttons");
    button(words.previous, slides.does.previous, buttons);
    button(words.next, slides.does.next, buttons).id = "desk-next";
    parts.run = button(words.start, function () { run(clock.begun === null); }, buttons);
    button(words.zero, function () { clock.kept = 0; clock.begun = clock.begun === null ? null : Date.now(); tick(); }, buttons);
    own.addEventListener("keydown", slides.press);
  }

  function picture(holder, heading, frame) {
    holder.replaceChildren();
    element("h2", "", heading, holder);
    if (!frame) {
      element("p", "", words.end, holder);
      return;
    }
    var copy = desk.document.importNode(frame, true);
    copy.removeAttribute("id");
    copy.querySelectorAll(".slide-notes, .frame-choose").forEach(function (notes) { notes.remove(); });
    holder.append(copy);
  }

  function draw(number) {
    if (!open()) return;
    var frame = slides.frames[number], own = frame.querySelector(".slide-notes > div");
    picture(parts.now, frame.getAttribute("aria-label"), frame);
    picture(parts.next, words.coming, slides.frames[number + 1]);
    parts.notes.replaceChildren();
    element("h2", "", words.notes, parts.notes);
    if (own) parts.notes.append(desk.document.importNode(own, true));
    else element("p", "", words["no-notes"], parts.notes);
    parts.notes.scrollTop = 0;
    parts.place.previousSibling.textContent = frame.getAttribute("aria-label");
    var planned = slides.data.planned[frame.dataset.section];
    if (planned === undefined) planned = number ? slides.data.total : 0;
    parts.planned.textContent = slides.data.minutes[planned] || "";
    tick();
  }

  slides.does.presenter = function () {
    if (open()) {
      desk.focus();
      return;
    }
    try { desk = window.open("", "_blank", "popup,width=1100,height=760"); } catch (error) { desk = null; }
    if (!open()) {
      slides.showNotes(true);
      slides.tell(words.blocked, true);
      return;
    }
    furnish();
    run(true);
    draw(slides.place());
    clearInterval(timer);
    timer = setInterval(tick, 500);
  };
  slides.follow(draw);
  addEventListener("pagehide", function () { if (open()) desk.close(); });
})();
