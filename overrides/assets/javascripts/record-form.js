/* The form of the workshop's record: reads it, says what is missing, shows the file before it is saved. */
var portalRecordForm = function (root, data, say) {
  "use strict";
  var form = root.querySelector("[data-record]"), message = form.querySelector("[data-wrong]"), made = root.querySelector("[data-made]");
  var dates = portalDates(data.writing), rows = [], text = "", name = "";
  var countries = data.countries.split(" ");
  function field(id) { return form.querySelector("[name='" + id + "']"); }
  function all(selector) { return Array.prototype.slice.call(form.querySelectorAll(selector)); }

  function complain(where, words) {
    where.setAttribute("aria-invalid", "true");
    where.focus();
    message.textContent = words;
    return null;
  }

  /* The numbers of a group of fields by their ids; null, and the field marked, for what is no number. */
  function numbers(kind) {
    var groups = {}, bad = null;
    all("[data-group=" + kind + "]").forEach(function (input) {
      var value = input.value.trim(), number = value === "" ? 0 : Number(value);
      if (input.validity.badInput || !/^\d{0,4}$/.test(value) || number > 5000) bad = bad || input;
      groups[input.dataset.name] = number;
    });
    return bad ? complain(bad, say("record.no-people")) : groups;
  }

  function country() {
    var code = field("country").value.trim().toUpperCase();
    return countries.indexOf(code) < 0 ? null : code;
  }

  function read() {
    var date = dates.read(field("date").value), code = country();
    var modules = all("[data-module]").filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    all("[aria-invalid]").forEach(function (input) { input.removeAttribute("aria-invalid"); });
    message.textContent = "";
    if (!date) return complain(field("date"), say("agenda.bad-date"));
    if (!code) return complain(field("country"), say("record.no-country"));
    if (!modules.length) return complain(form.querySelector("[data-module]"), say("record.no-modules"));
    var sex = numbers("sex"), functions = sex && numbers("function");
    if (!sex || !functions) return null;
    var people = portalRecord.sum(sex), workers = portalRecord.sum(functions);
    if (!people) return complain(form.querySelector("[data-group=sex]"), say("record.no-people"));
    if (workers && workers !== people) {
      return complain(form.querySelector("[data-group=function]"), say("record.sums-differ", { sex: people, "function": workers }));
    }
    return {
      date: date.toISOString().slice(0, 10), country: code, modules: modules, sex: sex, functions: functions,
      before: portalSums.average(rows, "pre"), after: portalSums.average(rows, "post")
    };
  }

  function write() {
    var said = read();
    made.hidden = !said;
    if (!said) return;
    var record = portalRecord.make(said);
    text = portalRecord.yaml(record);
    name = said.date + "-" + said.country.toLowerCase() + ".yaml";
    made.querySelector("pre").textContent = text;
    made.querySelector("[data-few]").hidden = record.participants.total >= 5;
    made.querySelector("h3").focus();
  }

  function percent(sum) {
    if (!sum.people) return "–";
    return new Intl.NumberFormat(data.language + "-u-nu-latn", { style: "percent" }).format(sum.share) + " (" + sum.people + ")";
  }
  root.addEventListener("portal:results", function (event) {
    rows = event.detail;
    form.querySelector("[data-averages]").textContent = say("record.averages", {
      before: "\u2066" + percent(portalSums.average(rows, "pre")) + "\u2069", after: "\u2066" + percent(portalSums.average(rows, "post")) + "\u2069"
    });
    made.hidden = true;
  });
  field("country").addEventListener("input", function () {
    var code = country(), named = "";
    try { named = code ? new Intl.DisplayNames([data.language], { type: "region" }).of(code) : ""; } catch (error) { /* An older browser: the letters alone. */ }
    form.querySelector("[data-country]").textContent = named;
  });
  form.addEventListener("input", function () { made.hidden = true; });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    write();
  });
  made.querySelector("button").addEventListener("click", function () { portalSaving.download(name, "text/yaml", text); });
};
