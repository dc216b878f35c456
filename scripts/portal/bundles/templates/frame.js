/* Puts a part of the frame, which many pages share, where this script stands. */
(function () {
  "use strict";
  var here = document.currentScript, made = document.createElement("template");
  var up = here.getAttribute("src").replace(/assets\/shared\/.*/, "");
  made.innerHTML = FRAME_HTML
    .split("\uE000").join(up).split("\uE001").join(here.getAttribute("data-page") || "");
  var inside = made.content.querySelectorAll("*");
  JSON.parse(here.getAttribute("data-own") || "[]").forEach(function (one) {
    inside[one[0]].setAttribute(one[1], one[2]);
  });
  here.parentNode.replaceChild(made.content, here);
}());
