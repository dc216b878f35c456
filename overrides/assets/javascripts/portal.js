/* Menu, colours and language: what the theme leaves to the mouse, made for everybody. */
(function () {
  "use strict";
  var wide = matchMedia("(min-width: 76.25em)");
  var find = function (selector) { return document.querySelector(selector); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };

  function remember(key, value) {
    try { localStorage.setItem(key, value); } catch (error) { /* Closed storage: not remembered. */ }
  }

  // The menu hangs on one of the theme's checkboxes, so that it opens without a script, too.
  var drawer = { toggle: find("#__drawer"), panel: find("#site-nav"), opener: null };

  function settle() {
    var open = drawer.toggle.checked, covers = open && !wide.matches;
    all("[data-opens=drawer]").forEach(function (button) { button.setAttribute("aria-expanded", open); });
    drawer.panel.inert = !open && !wide.matches;
    all(".md-header, .tabs, .md-content, .site-foot, .contents--beside").forEach(function (element) {
      element.inert = covers;
    });
  }

  function set(open) {
    if (drawer.toggle.checked !== open) drawer.toggle.click();
    if (open) drawer.panel.querySelector("button, a").focus();
    else {
      if (drawer.opener) drawer.opener.focus();
      drawer.opener = null;
    }
  }

  settle();
  drawer.toggle.addEventListener("change", settle);
  wide.addListener(function () {
    if (wide.matches) drawer.toggle.checked = false;
    settle();
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-opens=drawer], [data-closes=drawer]");
    if (button) {
      set("opens" in button.dataset);
      if (button.dataset.opens) drawer.opener = button;
    }
    var choice = event.target.closest("[data-language]");
    if (choice) remember("portal.language", choice.dataset.language);
    var menu = find(".languages");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var menu = find(".languages");
    if (menu && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    if (drawer.toggle.checked) set(false);
  }, true);

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

  // A report names the section in which words are marked, else the one that the address names.
  var report = find("[data-report]");
  if (report) report.addEventListener("click", function () {
    var marked = getSelection(), place = marked.isCollapsed ? null : marked.anchorNode;
    place = place || document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var before = all(".words h2[id]").filter(function (title) {
      return place && (title.contains(place) || title.compareDocumentPosition(place) & 4);
    });
    report.search = report.search.replace(/&section=.*/, "") +
      (before.length ? "&section=" + encodeURIComponent(before[before.length - 1].id) : "");
  });

  // Of a language that is kept on this device there may be a newer edition.
  function watchEdition() {
    var worker = navigator.serviceWorker, link = find("#offline-link");
    if (!worker || !worker.controller || !link) return;
    worker.addEventListener("message", function (event) {
      if (event.data === "newer") link.append(" – " + link.dataset.newer);
    });
    worker.startMessages();
    worker.controller.postMessage("newer?");
  }
  try { watchEdition(); } catch (error) { /* A frame that may use no service worker. */ }

  // Closed answers are printed too; notes for the facilitator only in the facilitator view.
  var closed = [];
  addEventListener("beforeprint", function () {
    closed = all("details:not([open]):not(.block-facilitator)");
    closed.forEach(function (details) { details.open = true; });
  });
  addEventListener("afterprint", function () { closed.forEach(function (details) { details.open = false; }); });
})();
