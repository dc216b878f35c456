/* Makes the register's table one that filters and sorts. The choices are made of the table's own
   cells, so that the page says the same without this script. */
(function () {
  "use strict";
  var tool = document.getElementById("register-tool");
  var table = tool && document.querySelector("#arrangements ~ * table, #arrangements ~ table");
  if (!table) return;
  var words = tool.dataset;
  var each = function (list, act) { Array.prototype.forEach.call(list, act); };
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var heads = table.tHead.rows[0].cells;
  var chosen = [1, 3, 5]; // kind, region, help
  var form = document.createElement("form");
  var word = document.createElement("input");
  var selects = [];
  var status = document.createElement("p");

  function parts(row, column) {
    return row.cells[column].textContent.split(words.separator).map(function (text) {
      return text.trim();
    });
  }

  function field(name, control) {
    var label = document.createElement("label");
    var said = document.createElement("span");
    said.textContent = name;
    label.appendChild(said);
    label.appendChild(control);
    fields.appendChild(label);
  }

  function choices(column) {
    var select = document.createElement("select");
    var found = {};
    each(rows, function (row) { each(parts(row, column), function (text) { found[text] = true; }); });
    select.appendChild(new Option(words.any, ""));
    Object.keys(found).sort(compare).forEach(function (text) {
      select.appendChild(new Option(text, text));
    });
    select.dataset.column = column;
    selects.push(select);
    field(heads[column].textContent, select);
  }

  function compare(a, b) { return a.localeCompare(b, document.documentElement.lang); }

  function show() {
    var asked = word.value.trim().toLocaleLowerCase();
    var shown = 0;
    each(rows, function (row) {
      var fits = row.textContent.toLocaleLowerCase().indexOf(asked) >= 0;
      each(selects, function (select) {
        fits = fits && (!select.value || parts(row, Number(select.dataset.column)).indexOf(select.value) >= 0);
      });
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    status.textContent = words.shown.replace("{shown}", shown).replace("{total}", rows.length);
  }

  function sort(column, head) {
    var down = head.getAttribute("aria-sort") === "ascending";
    each(heads, function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    rows.sort(function (a, b) {
      return compare(a.cells[column].textContent, b.cells[column].textContent) * (down ? -1 : 1);
    });
    each(rows, function (row) { body.appendChild(row); });
    status.textContent = words.sorted.replace("{name}", head.textContent);
  }

  each(heads, function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", function () { sort(column, head); });
    head.textContent = "";
    head.appendChild(button);
  });
  var fields = document.createElement("div");
  fields.className = "filters__fields";
  var title = document.createElement("p");
  var reset = document.createElement("button");
  title.textContent = words.filter;
  title.id = "register-filter";
  form.className = "filters";
  form.setAttribute("aria-labelledby", title.id);
  word.type = "search";
  field(words.word, word);
  each(chosen, choices);
  reset.type = "reset";
  reset.textContent = words.reset;
  fields.appendChild(reset);
  status.setAttribute("role", "status");
  form.appendChild(title);
  form.appendChild(fields);
  form.appendChild(status);
  tool.appendChild(form);
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show); });
  show();
})();
