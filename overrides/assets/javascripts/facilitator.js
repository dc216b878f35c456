/* P shows the slides, from the section that is on the screen. Facilitator view: one switch, remembered, that opens notes and solutions on every page and shows
   the minutes of each section. `html[data-facilitator]` tells styles and other scripts. */
(function () {
  "use strict";
  var NAME = "portal.facilitator", CLOSED = "details:is(.block-facilitator, .block-solution, .question-answers)";
  var root = document.documentElement, button = document.querySelector("#facilitator-button");
  var data = document.querySelector("#section-minutes");

  if (data) {
    var minutes = JSON.parse(data.textContent);
    Object.keys(minutes).forEach(function (id) {
      var heading = document.getElementById(id);
      if (!heading || heading.tagName !== "H2") return;
      var line = document.createElement("p");
      line.className = "section-minutes";
      line.lang = data.lang;
      line.dir = data.dir;
      line.textContent = minutes[id];
      heading.after(line);
    });
  }

  function wanted() {
    try { return localStorage.getItem(NAME) === "on"; } catch (error) { return false; }
  }
  function show(on) {
    var was = root.hasAttribute("data-facilitator");
    root.toggleAttribute("data-facilitator", on);
    if (button) button.setAttribute("aria-pressed", on);
    if (on !== was) document.querySelectorAll(CLOSED).forEach(function (details) { details.open = on; });
  }

  show(wanted());
  if (button) button.addEventListener("click", function () {
    var on = !root.hasAttribute("data-facilitator");
    show(on);
    try { localStorage.setItem(NAME, on ? "on" : "off"); } catch (error) { /* Lasts for this page. */ }
  });
  var slides = document.querySelector("#slides-link");
  document.addEventListener("keydown", function (event) {
    if (!slides || event.key.toLowerCase() !== "p" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input, select, textarea, dialog, [contenteditable]")) return;
    var here = "";
    document.querySelectorAll(".words h2[id]").forEach(function (heading) {
      if (heading.getBoundingClientRect().top < innerHeight / 2) here = "#" + heading.id;
    });
    location.href = slides.href + here;
  });
  document.addEventListener("portal:deleted", function () { show(false); });
  addEventListener("storage", function (event) { if (event.key === NAME) show(wanted()); });
})();
