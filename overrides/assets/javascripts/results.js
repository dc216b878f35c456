/* The trainer's page: takes results in, shows their sums, saves the table. All stays in the page;
   what others wrote goes in as text only. */
(function () {
  "use strict";
  var root = document.getElementById("results-tool");
  if (!root) return;
  var LARGEST = 500000;
  var data = JSON.parse(document.getElementById("results-data").textContent), rows = [];
  var messages = root.querySelector("[data-messages]"), tables = root.querySelector("[data-tables]");
  function say(key, values) {
    return data.words[key].replace(/\{(\w+)\}/g, function (blank, name) {
      return values && Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : blank;
    });
  }
  function element(tag, text, attributes) {
    var made = document.createElement(tag);
    if (text !== null) made.textContent = text;
    Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    return made;
  }
  function percent(share) {
    try { return new Intl.NumberFormat(data.language + "-u-nu-latn", { style: "percent" }).format(share); } catch (error) { return Math.round(share * 100) + " %"; }
  }
  /* Isolated, so that a name in another direction leaves the sentence in order. */
  function shown(text) { return "\u2068" + (text || say("results.no-name")) + "\u2069"; }

  /* Taking in: every text that is no result of ours has a sentence, and the others go in. */
  function take(source, text) {
    var said = [], added = 0;
    portalResult.read(text).forEach(function (found) {
      var words = { source: shown(source) };
      if (found.fault) return said.push(say("results." + found.fault, words));
      var result = found.result, track = Object.prototype.hasOwnProperty.call(data.tracks, result.track) && data.tracks[result.track];
      words.name = shown(result.name);
      words.track = shown(result.track);
      if (!track) return said.push(say("results.unknown-track", words));
      var how = portalSums.add(rows, result);
      if (how !== "double") added += 1;
      if (how) said.push(say("results." + how, words));
      var other = ["pre", "post"].some(function (test) { return result[test] && result[test].draw !== track.draw; });
      if (other && how !== "double") said.push(say("results.other-draw", words));
      return undefined;
    });
    return { said: said, added: added };
  }
  function tell(taken) {
    var said = [].concat.apply([], taken.map(function (one) { return one.said; }));
    var added = taken.reduce(function (all, one) { return all + one.added; }, 0);
    messages.textContent = "";
    [say("results.added", { count: added })].concat(said).forEach(function (sentence) { messages.append(element("li", sentence)); });
    draw();
  }
  function readFile(file) {
    if (file.size > LARGEST) return Promise.resolve({ said: [say("results.too-large", { source: shown(file.name) })], added: 0 });
    return new Promise(function (done) {
      var reader = new FileReader();
      reader.onload = function () { done(take(file.name, String(reader.result))); };
      reader.onerror = function () { done({ said: [say("results.unreadable", { source: shown(file.name) })], added: 0 }); };
      reader.readAsText(file);
    });
  }
  function takeFiles(files) {
    Promise.all(Array.prototype.slice.call(files).map(readFile)).then(tell);
  }

  /* Tables. */
  function head(names) {
    var row = element("tr", null), whole = element("thead", null);
    names.forEach(function (name) { row.append(name ? element("th", name, { scope: "col" }) : element("td", null)); });
    whole.append(row);
    return whole;
  }
  function sumOf(pair) { return pair[1] ? pair[0] + " / " + pair[1] + " (" + percent(pair[0] / pair[1]) + ")" : "–"; }
  function figures(text) { return element("td", text, { dir: "ltr" }); }
  function table(caption, names, body) {
    var made = element("table", null, { "class": "test-table" }), region = element("div", null, {
      "class": "results-scroll", tabindex: "0", role: "region", "aria-label": caption
    });
    made.append(element("caption", caption), head(names));
    body.forEach(function (part) { made.append(part); });
    region.append(made);
    return region;
  }
  function spokenCell(text, language, direction) {
    var cell = element("th", text, { scope: "row" });
    if (language !== data.language) {
      cell.lang = language;
      cell.dir = direction;
    }
    return cell;
  }

  function people(own) {
    var body = element("tbody", null), foot = element("tfoot", null), sums = element("tr", null);
    own.forEach(function (row) {
      var line = element("tr", null), cell = element("th", null, { scope: "row" }), button = element("button", "×", {
        type: "button", "aria-label": say("results.remove", { name: shown(row.name) })
      });
      cell.append(element("bdi", row.name || say("results.no-name")));
      line.append(cell);
      ["pre", "post"].forEach(function (test) {
        line.append(figures(row[test] ? sumOf([portalSums.count(row[test]), row[test].right.length]) : "–"));
      });
      button.addEventListener("click", function () { remove(row); });
      line.append(element("td", null));
      line.lastChild.append(button);
      body.append(line);
    });
    var averages = ["pre", "post"].map(function (test) { return portalSums.average(own, test); });
    sums.append(element("th", say("results.average", { count: own.length }), { scope: "row" }));
    averages.forEach(function (sum) { sums.append(figures(sum.people ? percent(sum.share) + " (" + sum.people + ")" : "–")); });
    sums.append(element("td", null));
    foot.append(sums);
    return table(say("results.people"), [say("results.person"), say("test.before"), say("test.after"), ""], [body, foot]);
  }
  function sums(caption, first, entries, words) {
    var body = element("tbody", null);
    entries.forEach(function (entry) {
      var line = element("tr", null);
      line.append(spokenCell.apply(null, words(entry)));
      [entry.pre, entry.post].forEach(function (pair) { line.append(figures(sumOf(pair))); });
      body.append(line);
    });
    return table(caption, [first, say("test.before"), say("test.after")], [body]);
  }

  function drawTrack(id) {
    var track = data.tracks[id], own = rows.filter(function (row) { return row.track === id; });
    var title = element("h3", track.title);
    if (track.language !== data.language) {
      title.lang = track.language;
      title.dir = track.direction;
    }
    var parts = [title, people(own)];
    var fitting = own.some(function (row) { return [row.pre, row.post].some(function (test) { return test && test.draw === track.draw; }); });
    if (fitting) {
      parts.push(sums(say("results.objectives"), say("test.objective"), portalSums.byObjective(own, track), function (entry) { return entry.objective; }));
      parts.push(sums(say("results.questions"), say("results.question"), portalSums.byQuestion(own, track), function (entry) { return entry.question.slice(1); }));
    }
    return parts;
  }
  function draw() {
    var ids = Object.keys(data.tracks).filter(function (id) { return rows.some(function (row) { return row.track === id; }); });
    tables.textContent = "";
    ids.forEach(function (id) { drawTrack(id).forEach(function (part) { tables.append(part); }); });
    if (!ids.length) tables.append(element("p", say("results.none")));
    root.querySelector("[data-csv]").hidden = !ids.length;
    root.dispatchEvent(new CustomEvent("portal:results", { detail: rows }));
  }
  function remove(row) {
    rows.splice(rows.indexOf(row), 1);
    messages.textContent = "";
    messages.append(element("li", say("results.removed", { name: shown(row.name) })));
    draw();
    root.querySelector("#results-files").focus();
  }

  root.querySelector("#results-files").addEventListener("change", function (event) {
    takeFiles(event.target.files);
    event.target.value = "";
  });
  root.querySelector("[data-add]").addEventListener("click", function () {
    var field = root.querySelector("#results-texts");
    if (!field.value.trim()) return field.focus();
    var taken = field.value.length > LARGEST ? { said: [say("results.too-large", { source: say("results.pasted") })], added: 0 } : take(say("results.pasted"), field.value);
    tell([taken]);
    if (taken.added) field.value = "";
    return undefined;
  });
  root.querySelector("[data-csv]").addEventListener("click", function () {
    portalSaving.download("results-" + portalDates(data.writing).today() + ".csv", "text/csv", portalSaving.csv(portalSums.table(rows, data.tracks)));
  });
  var drop = root.querySelector(".results-drop");
  ["dragover", "dragleave", "drop"].forEach(function (name) {
    drop.addEventListener(name, function (event) {
      event.preventDefault();
      drop.classList.toggle("is-over", name === "dragover");
      if (name === "drop") takeFiles(event.dataTransfer.files);
    });
  });
  portalRecordForm(root, data, say);
  draw();
})();
