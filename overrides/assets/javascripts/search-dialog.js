/* Search, 5 of 5: the dialog that asks, by keyboard, touch and screen reader. */
(function () {
  "use strict";
  var SHOWN = 10;
  var dialog = document.getElementById("search"), input = dialog.querySelector("input");
  var status = dialog.querySelector("[role=status]"), list = dialog.querySelector("[role=listbox]");
  var foot = dialog.querySelector(".search-foot"), base = dialog.dataset.index.replace(/search\/index\.js$/, "");
  var api = portalSearch, labels = {}, engine = null, hits = [], active = -1, shown = SHOWN, waiting = 0, rules = null;
  // Parts of the index still to come, whether one just came, and whether one did not.
  var missing = 0, arrived = false, lost = false;

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text || "";
    return made;
  }

  /** Append a label, with what stands in braces filled in. */
  function say(parent, key, count, values) {
    var word = labels[key] || "", plain = typeof word === "string" ? word : word[rules.select(count)] || word.other;
    plain.split(/\{(\w+)\}/).forEach((part, number) => {
      parent.append(number % 2 ? element("bdi", "", String(part === "count" ? count : values[part])) : part);
    });
    return parent;
  }

  /** Say one more thing beside what was found. */
  function note(key, count, values) { say(status.appendChild(element("span", "search-note")), key, count, values); }

  function load(file, then, failed) {
    var script = document.createElement("script");
    script.src = base + "search/" + file;
    script.onerror = failed;
    script.onload = then;
    document.head.appendChild(script);
  }

  /** A further part came or did not: the search goes on in what is there, and says so. */
  function settle(failed) {
    lost = lost || failed;
    arrived = false;
    api.complete = !--missing;
    show();
  }

  function fail() {
    engine = null;
    clear();
    status.textContent = dialog.dataset.failed;
    foot.hidden = false;
  }

  function clear() {
    list.textContent = "";
    hits = [];
    move(-1);
    var old = dialog.querySelector(".search-empty, .search-more");
    if (old) old.remove();
  }

  function choose(option) {
    dialog.close();
    location.href = option.href;
  }

  /** Let the option of this number be the one that Enter opens. */
  function move(number) {
    if (hits[active]) hits[active].setAttribute("aria-selected", "false");
    active = number;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    input.setAttribute("aria-activedescendant", hits[active] ? hits[active].id : "");
    if (!hits[active]) return;
    hits[active].setAttribute("aria-selected", "true");
    hits[active].scrollIntoView({ block: "nearest" });
  }

  function marked(parent, pieces) {
    pieces.forEach(piece => {
      parent.append(piece[1] ? element("mark", "", piece[0]) : piece[0]);
    });
  }

  function option(found, extra) {
    var link = element("a", extra ? "search-hit search-hit--more" : "search-hit");
    link.href = base + found.href;
    link.id = "search-hit-" + hits.length;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    var where = [found.provision ? labels.provision : found.crumb, found.inside && found.title].filter(Boolean);
    if (where.length && !extra) link.appendChild(element("span", "search-hit__where", where.join(" › ")));
    marked(link.appendChild(element("span", "search-hit__title")), found.heading);
    marked(link.appendChild(element("span", "search-hit__text")), found.sentence);
    hits.push(link);
    list.appendChild(link);
  }

  function show() {
    waiting = 0;
    if (!engine) return;
    var query = input.value, answer;
    try { answer = engine.find(query, shown); } catch (error) { fail(); return; }
    clear();
    status.textContent = "";
    // Without what turns the direction of the text.
    var plain = query.replace(/[\p{C}]/gu, "").trim();
    foot.hidden = plain !== "" && answer.count > 0;
    if (!plain) return;
    if (answer.count) say(status, "found", answer.count, {}); else showEmpty(plain);
    if (lost) note("partly", engine.unread(), {});
    if (answer.instead.length) note("instead", 0, { words: answer.instead.join(", ") });
    answer.results.forEach(found => {
      option(found, false);
      if (answer.count <= 5) (found.others || []).forEach(other => { option(other, true); });
    });
    input.setAttribute("aria-expanded", String(hits.length > 0));
    if (answer.count > shown) {
      var more = say(element("button", "search-more"), "more", 0, {});
      more.type = "button";
      more.addEventListener("click", () => { shown += 20; show(); input.focus(); });
      list.after(more);
    }
  }

  function showEmpty(plain) {
    say(status, "nothing", 0, { query: plain.length > 60 ? plain.slice(0, 60) + "…" : plain });
    var box = element("div", "search-empty"), hints = element("ul", "");
    say(box.appendChild(element("p")), "try", 0, {});
    ["try.shorter", "try.provision", "try.abbreviation"].forEach(key => {
      say(hints.appendChild(element("li", "")), key, 0, { example: labels.example });
    });
    box.appendChild(hints);
    list.after(box);
  }

  function later() { if (!waiting) waiting = setTimeout(show, 30); }

  input.addEventListener("input", () => { shown = SHOWN; later(); });
  input.addEventListener("keydown", event => {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && hits.length) {
      event.preventDefault();
      // The field itself is one of the places.
      move((active + 1 + step + hits.length + 1) % (hits.length + 1) - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (waiting) { clearTimeout(waiting); show(); }
      if (hits.length) choose(hits[Math.max(0, active)]);
    }
  });
  list.addEventListener("click", event => {
    var link = event.target.closest("a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); choose(link); }
  });
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest("[data-search-close]")) dialog.close();
  });

  Object.assign(api, {
    index: data => {
      try {
        engine = api.makeEngine(data);
        labels = data.labels;
        rules = new Intl.PluralRules(data.language);
      } catch (error) { fail(); return; }
      missing = data.parts - 1;
      for (var part = 1; part <= missing; part++) load("part-" + part + ".js", () => settle(!arrived), () => settle(true));
      api.complete = !missing;
      var keys = dialog.querySelector(".search-keys span");
      keys.textContent = labels.keys;
      keys.parentNode.hidden = false;
      api.ready = true;
      status.textContent = "";
      show();
    },
    part: (start, texts) => {
      try { engine.add(start, texts); arrived = true; } catch (error) { /* As if it had not come. */ }
    },
    /** For tests, too. */
    find: (query, most) => engine.find(query, most)
  });

  load("index.js", () => { if (!api.ready) fail(); }, fail);
})();
