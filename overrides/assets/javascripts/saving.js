/* What a page gives out of the hand: a file, a table for spreadsheets, a copied text. */
var portalSaving = (function () {
  "use strict";

  function cell(value) {
    // A spreadsheet must not calculate what somebody typed.
    var text = typeof value === "string" ? value.replace(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/, "'$&") : String(value);
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(rows) {
    return rows.map(function (row) { return row.map(cell).join(",") + "\r\n"; }).join("");
  }

  function download(name, type, text) {
    // A spreadsheet takes a CSV for UTF-8 only with this mark.
    var mark = type === "text/csv" ? "\ufeff" : "", link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([mark + text], { type: type + ";charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  /* Copies what a field holds; `done` hears whether it could. The field is marked in any case. */
  function copy(field, done) {
    field.select();
    if (!navigator.clipboard) done(false);
    else navigator.clipboard.writeText(field.value).then(function () { done(true); }, function () { done(false); });
  }

  return { csv: csv, download: download, copy: copy };
})();
