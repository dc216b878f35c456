/* Menu, search, colours and language: what the theme leaves to the mouse, made for everybody. */
(function () {
  "use strict";
  var wide = matchMedia("(min-width: 76.25em)");
  var medium = matchMedia("(min-width: 60em)");
  var find = function (selector) { return document.querySelector(selector); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };

  function remember(key, value) {
    try { localStorage.setItem(key, value); } catch (error) { /* Closed storage: not remembered. */ }
  }

  // Material would fetch the sitemap of every language; the blank hides these links from it alone.
  all("link[rel=alternate]").forEach(function (link) { link.setAttribute("rel", "alternate "); });

  // From a disk, browsers refuse what the search must load.
  if (location.protocol === "file:") all(".md-search, .tool--search").forEach(function (part) { part.remove(); });

  var held = find("#material-script");
  function bringMaterial(then) {
    if (!held) return;
    var script = document.createElement("script");
    script.src = held.content.querySelector("script").getAttribute("src");
    script.onload = then;
    held = null;
    document.body.appendChild(script);
  }
  function bringIfWide() { if (medium.matches) bringMaterial(); }
  if (/[?&][hq]=/.test(location.search)) bringMaterial();
  bringIfWide();
  medium.addListener(bringIfWide);

  // Menu and search each hang on one of Material's checkboxes.
  var parts = {
    drawer: { toggle: find("#__drawer"), panel: find("#site-nav"), inline: wide, focus: "button, a" },
    search: { toggle: find("#__search"), panel: find("#site-search"), inline: medium, focus: "input" }
  };

  function settle(name) {
    var part = parts[name], open = part.toggle.checked, covers = open && !part.inline.matches;
    all("[data-opens=" + name + "]").forEach(function (button) { button.setAttribute("aria-expanded", open); });
    part.panel.inert = !open && !part.inline.matches;
    if (name === "drawer") {
      all(".md-header, .tabs, .md-content, .site-foot, .contents--beside, .md-top").forEach(function (element) {
        element.inert = covers;
      });
    } else {
      find(".md-search__output").inert = !open;
    }
  }

  // Material, when it starts on an address with a #, closes the search: not under the reader's hands.
  var starting = false;
  parts.search.toggle.addEventListener("click", function (event) {
    if (starting && !parts.search.toggle.checked) event.preventDefault();
  });

  function set(name, open) {
    var part = parts[name];
    if (part.toggle.checked !== open) part.toggle.click();
    if (open) part.panel.querySelector(part.focus).focus();
    else {
      if (part.opener) part.opener.focus();
      part.opener = null;
    }
    if (open && name === "search") bringMaterial(function () {
      starting = true;
      setTimeout(function () { starting = false; }, 300);
    });
  }

  Object.keys(parts).forEach(function (name) {
    var part = parts[name];
    if (!part.panel) return;
    settle(name);
    part.toggle.addEventListener("change", function () { settle(name); });
    part.inline.addListener(function () {
      if (name === "drawer" && part.inline.matches) part.toggle.checked = false;
      settle(name);
    });
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-opens], [data-closes]");
    if (button) {
      var name = button.dataset.opens || button.dataset.closes;
      set(name, "opens" in button.dataset);
      if (button.dataset.opens) parts[name].opener = button;
    }
    var choice = event.target.closest("[data-language]");
    if (choice) remember("portal.language", choice.dataset.language);
    var menu = find(".languages");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  // In the capturing phase, before Material: one-letter shortcuts get in the way of speech input
  // and of screen readers (WCAG 2.1.4), and Escape closes what is open.
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      var menu = find(".languages");
      if (menu && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
      Object.keys(parts).forEach(function (name) { if (parts[name].toggle.checked) set(name, false); });
    } else if (event.key.length === 1 && !parts.search.toggle.checked) {
      event.stopPropagation();
    }
  }, true);

  // Material searches when a key comes up; speech, input methods and pasting press none.
  document.addEventListener("input", function (event) {
    if (event.target.name === "query") event.target.dispatchEvent(new Event("keyup"));
  });

  var dark = find("#dark-colours"), themeButton = find("#theme-button");
  function isDark() { return matchMedia(dark.media).matches; }
  function showTheme() { themeButton.setAttribute("aria-pressed", isDark()); }
  themeButton.addEventListener("click", function () {
    var next = isDark() ? "light" : "dark";
    dark.media = next === "dark" ? "screen" : "not all";
    remember("portal.theme", next);
    showTheme();
  });
  showTheme();

  // Closed answers are printed too; notes for the facilitator only in the facilitator view.
  var closed = [];
  addEventListener("beforeprint", function () {
    closed = all("details:not([open]):not(.block-facilitator)");
    closed.forEach(function (details) { details.open = true; });
  });
  addEventListener("afterprint", function () { closed.forEach(function (details) { details.open = false; }); });
})();
