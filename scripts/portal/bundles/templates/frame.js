/* Puts a part of the frame, which many pages share, where this script stands. */
(function () {
  "use strict";
  var here = document.currentScript;
  var up = here.getAttribute("src").replace(/assets\/shared\/.*/, "");
  here.insertAdjacentHTML("beforebegin", FRAME_HTML
    .split("\uE000").join(up).split("\uE001").join(here.getAttribute("data-page") || ""));
  var part = here.previousElementSibling, inside = part.querySelectorAll("*");
  JSON.parse(here.getAttribute("data-own") || "[]").forEach(function (one) {
    (one[0] ? inside[one[0] - 1] : part).setAttribute(one[1], one[2]);
  });
  here.parentNode.removeChild(here);
}());
