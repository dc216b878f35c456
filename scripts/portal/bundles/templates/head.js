/* Writes what the heads of all pages have in common. Only of a sheet that the parser itself meets does the first
   picture wait, or dark pages flash white: hence `write`. */
(function () {
  "use strict";
  var up = document.currentScript.getAttribute("src").replace(/assets\/shared\/.*/, "");
  document.write(HEAD_HTML.split("\uE000").join(up));
}());
