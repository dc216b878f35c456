/* Shows national additions that lie beside an unpacked bundle, as text: nothing in them is markup.
   Without additions it does nothing. */
(function () {
  "use strict";
  var folder = document.currentScript.src.replace(/local\/national\.js$/, "");
  var page = decodeURI(location.href.split(/[?#]/)[0].slice(folder.length)).replace(/(^|\/)$/, "$1index.html");
  var code = page.split("/")[0], data, article;

  function line(tag, words, name) {
    var element = document.createElement(tag);
    element.textContent = String(words);
    if (name) element.className = name;
    return element;
  }

  function frame(part) {
    var aside = document.createElement("aside");
    aside.className = "block block-national";
    aside.lang = code;
    aside.dir = data.directions && data.directions[code] === "rtl" ? "rtl" : "ltr";
    aside.appendChild(line("p", (data.labels && data.labels[code]) || "", "block-title"));
    if (part.title) aside.appendChild(line("p", part.title, "block-name"));
    (Array.isArray(part.lines) ? part.lines : []).forEach(function (words) {
      aside.appendChild(line("p", words));
    });
    return aside;
  }

  /* Behind the last element of its section; a section that this release no longer has: at the end. */
  function place(part) {
    var heading = part.section ? document.getElementById(String(part.section)) : null;
    var first = article.querySelector(".words h2");
    if (!part.section && first) return first.parentNode.insertBefore(frame(part), first);
    if (!heading || heading.tagName !== "H2") {
      return (article.querySelector(".words") || article).appendChild(frame(part));
    }
    var next = heading.nextElementSibling;
    while (next && next.tagName !== "H2") next = next.nextElementSibling;
    return heading.parentNode.insertBefore(frame(part), next);
  }

  function show() {
    data = window.portalLocal;
    if (!data || typeof data !== "object" || !data.pages) return;
    var parts = Object.prototype.hasOwnProperty.call(data.pages, page) ? data.pages[page] : null;
    if (!Array.isArray(parts)) return;
    article = document.querySelector("article") || document.body;
    parts.forEach(function (part) {
      if (part && typeof part === "object") place(part);
    });
  }

  var additions = document.createElement("script");
  additions.src = folder + "local/additions.js";
  additions.onload = show;
  document.head.appendChild(additions);
})();
