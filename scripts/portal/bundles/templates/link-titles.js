/* Gives links the titles that stand here once for all pages, by address from the language's folder. */
(function () {
  "use strict";
  var titles = TITLES;
  var folder = document.currentScript.src.replace(/assets\/shared\/.*/, "");
  var links = document.querySelectorAll("a.provision:not([title]), a.term:not([title])");
  Array.prototype.forEach.call(links, function (link) {
    var address = decodeURI(link.href.slice(folder.length)).split("#"), own = titles[address[0]];
    var title = own && own[address[1] || ""];
    if (title) link.title = title;
  });
}());
