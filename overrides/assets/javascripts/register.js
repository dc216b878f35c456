/* Makes the register's table one that filters and sorts, and keeps the map and its table with it.
   The choices are made of the tables' own cells, so that the page says the same without this script.
   A click on a dot chooses its country; the form has the same choice for the keyboard. */
(function () {
  "use strict";
  var tool = document.getElementById("register-tool");
  var table = tool && document.querySelector("#arrangements ~ * table, #arrangements ~ table");
  var map = document.querySelector("figure.world-map");
  if (!table || !map) return;
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
  var seats = words.seats.split(" ");
  rows.forEach(function (row, number) { row.dataset.country = seats[number]; });
  var countries = mapTable();

  function mapTable() {
    var found = {};
    var lines = document.querySelector("#map ~ * table, #map ~ table").tBodies[0].rows;
    words.countries.split(" ").forEach(function (code, number) {
      found[code] = { row: lines[number], name: lines[number].cells[0].textContent.trim() };
    });
    return found;
  }

  function showMap() {
    var counts = {};
    each(rows, function (row) {
      if (!row.hidden) counts[row.dataset.country] = (counts[row.dataset.country] || 0) + 1;
    });
    Object.keys(countries).forEach(function (code) {
      var row = countries[code].row;
      row.hidden = !counts[code];
      if (counts[code]) row.cells[1].textContent = counts[code];
    });
    each(map.querySelectorAll("[data-country]"), function (dot) {
      var count = counts[dot.dataset.country];
      dot.style.display = count ? "" : "none";
      if (!count) return;
      dot.setAttribute("r", map.querySelector("[data-dot]").dataset.dot * Math.sqrt(count));
      dot.querySelector("title").textContent = words.values
        .replace("{name}", countries[dot.dataset.country].name).replace("{count}", count);
    });
  }

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

  function countryChoice() {
    var select = document.createElement("select");
    select.appendChild(new Option(words.any, ""));
    Object.keys(countries).sort(function (a, b) {
      return compare(countries[a].name, countries[b].name);
    }).forEach(function (code) { select.appendChild(new Option(countries[code].name, code)); });
    field(words.country, select);
    map.addEventListener("click", function (event) {
      var dot = event.target.closest("[data-country]");
      if (!dot) return;
      select.value = dot.dataset.country;
      show();
    });
    return select;
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
      fits = fits && (!country.value || row.dataset.country === country.value);
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    showMap();
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
  var country = countryChoice();
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
