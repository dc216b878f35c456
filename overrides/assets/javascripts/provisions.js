/* The title of a cited provision and the meaning of a term, on hover, focus and the first tap; Escape puts it away.
   Without this script the browser shows the link's own title on hover. */
(function () {
  "use strict";
  var links = document.querySelectorAll("a.provision[title], a.term[title]");
  if (!links.length) return;

  var note = document.createElement("div");
  note.className = "provision-note";
  note.setAttribute("role", "tooltip");
  note.hidden = true;
  document.body.appendChild(note);
  var shown = null;

  function place(link) {
    // The first line of the link: a citation may run over two.
    var box = link.getClientRects()[0] || link.getBoundingClientRect();
    var margin = 8;
    var width = document.documentElement.clientWidth;
    var left = Math.max(margin, Math.min(box.left, width - note.offsetWidth - margin));
    var above = box.top - note.offsetHeight - 6;
    note.style.left = left + "px";
    note.style.top = (above < margin ? box.bottom + 6 : above) + "px";
  }

  function show(link) {
    if (shown === link) return;
    note.textContent = link.dataset.title;
    // The frame may speak another language than the words of a page shown in English.
    var words = link.closest("[lang]");
    note.lang = words.lang;
    note.dir = getComputedStyle(link).direction;
    note.hidden = false;
    place(link);
    shown = link;
  }

  function hide() {
    note.hidden = true;
    shown = null;
  }

  Array.prototype.forEach.call(links, function (link) {
    link.dataset.title = link.title;
    link.setAttribute("aria-description", link.title);
    link.removeAttribute("title");
    link.addEventListener("focus", function () { show(link); });
    link.addEventListener("blur", hide);
    link.addEventListener("pointerenter", function (event) { if (event.pointerType !== "touch") show(link); });
    link.addEventListener("pointerleave", function (event) {
      if (event.pointerType !== "touch" && event.relatedTarget !== note) hide();
    });
    link.addEventListener("pointerdown", function (event) {
      link.dataset.waits = event.pointerType === "touch" && shown !== link ? "yes" : "";
    });
    link.addEventListener("click", function (event) {
      // A finger has no hover: the first tap tells, the second goes.
      if (link.dataset.waits) { event.preventDefault(); show(link); }
      link.dataset.waits = "";
    });
  });
  note.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
  document.addEventListener("scroll", hide, { passive: true });
  document.addEventListener("pointerdown", function (event) {
    if (shown && !event.target.closest("a.provision, a.term, .provision-note")) hide();
  });
})();
