/* Narrows the list of modules. The choice stands behind # in the address, where it can be shared;
   what stands there is compared with the options and never shown. */
(function () {
  "use strict";
  var form = document.getElementById("filters");
  if (!form) return;
  var each = function (list, act) { Array.prototype.forEach.call(list, act); };
  var counts = JSON.parse(form.dataset.counts);
  var selects = form.querySelectorAll("select");
  var entries = document.querySelectorAll(".card[data-track]");
  var status = form.querySelector("[role=status]");

  function fits(entry, select) {
    if (!select.value) return true;
    var value = entry.dataset[select.name];
    if (select.name === "minutes") return value !== "" && Number(value) <= Number(select.value);
    return value.split(" ").indexOf(select.value) >= 0;
  }

  function show() {
    var shown = 0;
    each(entries, function (entry) {
      var all = true;
      each(selects, function (select) { all = all && fits(entry, select); });
      entry.hidden = !all;
      if (all) shown += 1;
    });
    each(document.querySelectorAll(".group"), function (group) {
      group.hidden = !group.querySelector(".card:not([hidden])");
    });
    form.querySelector(".filters__none").hidden = shown > 0;
    status.textContent = counts[shown];
  }

  // The language menu leads to the same choice in the other language.
  function carry(fragment) {
    each(document.querySelectorAll("[data-language][href]"), function (link) { link.hash = fragment; });
  }

  function write() {
    var chosen = new URLSearchParams();
    each(selects, function (select) { if (select.value) chosen.set(select.name, select.value); });
    var fragment = chosen.toString();
    try {
      history.replaceState(null, "", fragment ? "#" + fragment : location.pathname + location.search);
    } catch (error) {
      location.replace("#" + fragment);
    }
    carry(fragment);
    show();
  }

  // Only what is one of a field's options is taken: an anchor, a typing error or an attack chooses nothing,
  // and a jump to a place on the page changes nothing.
  function read() {
    if (/^#[^=]+$/.test(location.hash)) return show();
    var asked = new URLSearchParams(location.hash.slice(1));
    var known = false;
    each(selects, function (select) {
      var value = asked.get(select.name), found = "";
      each(select.options, function (option) { if (option.value === value) found = value; });
      select.value = found;
      known = known || found !== "";
    });
    if (known) carry(location.hash);
    show();
  }

  form.addEventListener("change", write);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(write); });
  addEventListener("hashchange", read);
  read();
})();
