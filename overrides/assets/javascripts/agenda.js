/* The planner page: reads the form or the link, draws the agenda, keeps the link up to date.
   Every text goes in as text; nothing is fetched and nothing is stored. */
(function () {
  "use strict";
  var root = document.getElementById("planner");
  if (!root) return;
  var data = JSON.parse(document.getElementById("planner-data").textContent);
  var words = portalAgenda.wording(data), link = portalAgenda.link(data), say = words.say;
  var titles = {}, state, agenda = null;
  data.modules.forEach(function (module) { titles[module.key] = module.title; });
  function find(selector) { return root.querySelector(selector); }
  function all(selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  function element(name, text, attributes) {
    var made = document.createElement(name);
    if (text !== null) made.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }
  function fillWith(parent, children) {
    parent.textContent = "";
    children.forEach(function (child) { parent.appendChild(child); });
  }
  function announce(text) { find("[data-said]").textContent = text; }

  /* A title in its own language and direction. */
  function spoken(tag, text, module) {
    var attributes = module && module.language !== data.language ? { lang: module.language, dir: module.direction } : {};
    return element(tag, text, attributes);
  }

  function button(text, name, action, disabled) {
    var made = element("button", text, { type: "button", "data-name": name });
    // Not `disabled`: a button that goes dead under the finger loses the focus.
    if (disabled) made.setAttribute("aria-disabled", "true");
    made.addEventListener("click", function () { if (!disabled) action(); });
    return made;
  }

  function again(name) {
    // A pause that moves past another takes another number: its kind still finds it.
    var buttons = all("[data-name]"), start = name.replace(/ \d+$/, "");
    var there = buttons.filter(function (one) { return one.dataset.name === name; })[0] ||
      buttons.filter(function (one) { return one.dataset.name.indexOf(start) === 0; })[0];
    if (there) there.focus();
  }

  /* The order of the modules, each with its two buttons. */
  function move(key, by) {
    var from = state.modules.indexOf(key), to = from + by;
    state.modules.splice(to, 0, state.modules.splice(from, 1)[0]);
    state.wishes.moves = {};
    renew();
    again((by < 0 ? "up " : "down ") + key);
    announce(say("agenda.moved", { title: titles[key], number: words.number(to + 1) }));
  }

  function drawOrder() {
    fillWith(find("[data-order]"), state.modules.map(function (key, place) {
      var item = element("li", null), module = words.module(key), tools = element("span", null, { "class": "planner__tools" });
      item.appendChild(spoken("span", module.title, module));
      [["up", -1, "↑", place === 0], ["down", 1, "↓", place === state.modules.length - 1]].forEach(function (way) {
        var made = button(way[2], way[0] + " " + key, function () { move(key, way[1]); }, way[3]);
        made.setAttribute("aria-label", say("agenda." + way[0], { title: module.title }));
        tools.appendChild(made);
      });
      item.appendChild(tools);
      return item;
    }));
    all("[data-module]").forEach(function (box) { box.checked = state.modules.indexOf(box.value) >= 0; });
  }

  /* A pause moves to the next border of a section; lunch and prayers on every day alike. */
  function startOf(planned, day, entry) {
    var same = planned.days && planned.days[day.number - 1].entries.filter(function (one) {
      return one.pause && (/^lunch/.test(entry.kind) ? /^lunch/.test(one.kind) : one.pause === entry.pause);
    })[0];
    return same ? same.start : null;
  }

  function wished(day, entry, by) {
    var wishes = Object.assign({}, state.wishes), name = day.number + "." + entry.pause;
    if (/^lunch/.test(entry.kind)) wishes.lunch = state.wishes.lunch + by;
    else if (/^break/.test(entry.kind)) {
      wishes.moves = Object.assign({}, state.wishes.moves);
      wishes.moves[name] = (wishes.moves[name] || 0) + by;
    } else {
      var due = state.wishes.prayers.filter(function (time) { return time <= entry.start; }).sort(function (a, b) { return b - a; })[0];
      wishes.prayers = state.wishes.prayers.map(function (time) { return time === due ? time + by : time; });
    }
    return wishes;
  }

  function shift(day, entry, way) {
    var name = (way < 0 ? "earlier " : "later ") + day.number + " " + entry.kind;
    for (var by = 5 * way; Math.abs(by) <= 90; by += 5 * way) {
      var wishes = wished(day, entry, by), start = startOf(planWith(wishes), day, entry);
      if (start !== null && (start - entry.start) * way > 0) {
        state.wishes = wishes;
        renew();
        again(name + " " + entry.pause);
        announce(say("list.named", { name: say("agenda." + entry.kind), words: words.time(start) }));
        return;
      }
    }
    announce(say("agenda.cannot-move"));
  }

  function drawEntry(day, entry) {
    var row = element("tr", null, entry.pause ? { "class": "planner__pause" } : {}), module = entry.module && words.module(entry.module);
    [words.time(entry.start), words.time(entry.end)].forEach(function (time) { row.appendChild(element("td", time, { "class": "planner__time" })); });
    var what = element("td", words.title(agenda, entry));
    words.sections(agenda, entry).forEach(function (section) {
      what.appendChild(element("br", null));
      what.appendChild(spoken("small", section, module));
    });
    if (entry.pause) {
      var tools = element("span", null, { "class": "planner__tools" });
      [["earlier", -1], ["later", 1]].forEach(function (way) {
        var made = button(say("agenda." + way[0]), way[0] + " " + day.number + " " + entry.kind + " " + entry.pause, function () { shift(day, entry, way[1]); });
        made.setAttribute("aria-label", say("list.named", { name: say("agenda." + way[0]), words: say("agenda." + entry.kind) }) + ", " + words.time(entry.start));
        tools.appendChild(made);
      });
      what.appendChild(tools);
    }
    row.appendChild(what);
    row.appendChild(element("td", words.number(entry.end - entry.start)));
    return row;
  }

  function drawDay(day) {
    var table = element("table", null), head = element("tr", null), body = element("tbody", null);
    table.appendChild(element("caption", words.dayTitle(day)));
    ["starts", "ends", "what", "minutes"].forEach(function (name) { head.appendChild(element("th", say("agenda." + name), { scope: "col" })); });
    table.appendChild(element("thead", null)).appendChild(head);
    day.entries.forEach(function (entry) { body.appendChild(drawEntry(day, entry)); });
    table.appendChild(body);
    return table;
  }

  function planWith(wishes) {
    return portalAgenda.plan(state.modules.map(words.module), wishes, titles);
  }

  function draw() {
    var planned = state.modules.length ? planWith(state.wishes) : { failed: ["none", {}] };
    agenda = planned.failed ? null : planned;
    find("[data-facts]").textContent = agenda ? words.facts(agenda) : say("agenda." + planned.failed[0], planned.failed[1]);
    fillWith(find("[data-warnings]"), (agenda ? agenda.warnings : []).map(function (warning) {
      return element("li", say("agenda.warning") + " " + say("agenda.warn-" + warning[0], warning[1]));
    }));
    fillWith(find("[data-days]"), agenda ? agenda.days.map(drawDay) : []);
    find("[data-actions]").hidden = !agenda;
  }

  function showLink() {
    var fragment = link.write(state.modules, state.wishes), address = location.href.split("#")[0] + "#" + fragment;
    try { history.replaceState(null, "", "#" + fragment); } catch (error) { /* The link below says the same. */ }
    find("[data-link]").value = address;
  }

  function renew() {
    drawOrder();
    draw();
    if (state.modules.length) showLink();
  }

  /* The form and the wishes. */
  function showWishes() {
    link.parts.forEach(function (part) {
      var field = root.querySelector("[name='" + part[0] + "']");
      if (!field) return;
      var text = part[4](state.wishes[part[1]]);
      field.value = text === "none" ? "" : part[0] === "prayer" ? text.replace(/,/g, ", ") : text;
      field.removeAttribute("aria-invalid");
    });
  }

  function complain(field, text) {
    field.setAttribute("aria-invalid", "true");
    find("[data-wrong]").textContent = text;
  }

  function readField(field) {
    var part = link.parts.filter(function (one) { return one[0] === field.name; })[0];
    var value = field.validity && field.validity.badInput ? undefined : part[3](field.value);
    if (value === undefined) {
      var own = { date: "agenda.bad-date", timezone: "agenda.bad-zone" }[field.name];
      complain(field, own ? say(own) : say("agenda.bad-value", { field: field.labels[0].textContent.trim() }));
      return;
    }
    field.removeAttribute("aria-invalid");
    find("[data-wrong]").textContent = "";
    state.wishes[part[1]] = value;
    renew();
    announce(find("[data-facts]").textContent);
  }

  function take(fragment) {
    state = link.read(fragment);
    find("[data-left]").textContent = state.left.length ? say("agenda.bad-link", { what: state.left.join(say("list.separator")) }) : "";
    find("[data-wrong]").textContent = "";
    showWishes();
    renew();
  }

  /* The ready workshops; what one says goes, and with it the hours of its page. Date, place and
     prayers are the trainer's own and stay. */
  function drawExamples() {
    fillWith(find("[data-examples]"), data.examples.map(function (example) {
      var made = spoken("button", example.title, example);
      made.setAttribute("type", "button");
      made.setAttribute("data-example", example.id);
      return made;
    }));
  }

  function takeExample(name) {
    var example = data.examples.filter(function (one) { return one.id === name; })[0], read = link.read(example.address), own = ["date", "zone", "prayers", "prayerMinutes"];
    state.modules = read.modules;
    Object.keys(read.wishes).forEach(function (key) { if (own.indexOf(key) < 0) state.wishes[key] = read.wishes[key]; });
    showWishes();
    renew();
  }

  function save(name) {
    if (name === "ics" && !state.wishes.date) {
      complain(find("[name=date]"), say("agenda.needs-date"));
      find("[name=date]").focus();
      return;
    }
    var types = { ics: "text/calendar", csv: "text/csv", md: "text/markdown" };
    var file = (words.isoDate(state.wishes.date) || "agenda") + "-" + data.language + "." + name;
    portalSaving.download(file, types[name], words.formats[name](agenda));
  }

  function copy() {
    portalSaving.copy(find("[data-link]"), function (copied) { announce(say(copied ? "agenda.copied" : "agenda.not-copied")); });
  }

  root.addEventListener("submit", function (event) { event.preventDefault(); });
  root.addEventListener("change", function (event) {
    var field = event.target;
    if ("module" in field.dataset) {
      if (field.checked) state.modules.push(field.value);
      else state.modules.splice(state.modules.indexOf(field.value), 1);
      state.wishes.moves = {};
      renew();
      announce(find("[data-facts]").textContent);
    } else if (field.name) readField(field);
  });
  root.addEventListener("click", function (event) {
    var clicked = event.target.closest("[data-example], [data-save], [data-copy], [data-print]");
    if (!clicked) return;
    if (clicked.dataset.example) {
      takeExample(clicked.dataset.example);
      announce(find("[data-facts]").textContent);
    } else if (clicked.dataset.save) save(clicked.dataset.save);
    else if ("copy" in clicked.dataset) copy();
    else print();
  });
  addEventListener("hashchange", function () { take(location.hash.slice(1)); });
  if (Intl.supportedValuesOf) {
    fillWith(find("#planner-zones"), Intl.supportedValuesOf("timeZone").map(function (zone) { return element("option", null, { value: zone }); }));
  }
  drawExamples();
  take(location.hash.slice(1));
})();
