/* What a learner has in the end: the result by objective, the certificate, and three ways to hand it
   over. A name is typed by somebody unknown: it goes in as text only, in its own direction. */
var portalTrackResult = function (root, data, say, nameOf, dates) {
  "use strict";
  var part = root.querySelector("[data-result]"), field = part.querySelector("[data-name-field]"), kept = {};
  function find(selector) { return part.querySelector(selector); }
  function element(tag, text, attributes) {
    var made = document.createElement(tag);
    if (text !== null) made.textContent = text;
    Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    return made;
  }
  function count(right) { return right.replace(/0/g, "").length; }
  function score(test) {
    return say("test.score", { test: nameOf(test), right: count(kept[test].right), total: kept[test].right.length });
  }
  function result() {
    return { track: data.track, name: portalResult.tidyName(field.value), pre: kept.pre || null, post: kept.post || null };
  }

  function drawScores(holder, tests) {
    holder.textContent = "";
    tests.forEach(function (test) { holder.append(element("span", score(test))); });
  }
  function dayOf(test) { return dates.day(dates.read(kept[test].day) || new Date(0), "day"); }

  function drawObjectives() {
    var body = find("[data-objectives] tbody");
    body.textContent = "";
    data.objectives.forEach(function (objective) {
      var row = element("tr", null), sentence = element("th", objective[0], { scope: "row" });
      if (objective[1] !== data.language) {
        sentence.lang = objective[1];
        sentence.dir = objective[2];
      }
      row.append(sentence);
      ["pre", "post"].forEach(function (test) {
        var taken = kept[test], fits = taken && taken.draw === data.draw;
        var right = fits ? objective[3].filter(function (place) { return taken.right[place] === "1"; }).length : 0;
        row.append(element("td", fits ? right + " / " + objective[3].length : "–", { dir: "ltr" }));
      });
      body.append(row);
    });
  }

  function drawCertificate() {
    var whole = find("[data-certificate-part]"), name = result().name, holder = find("[data-name]");
    whole.hidden = !kept.post;
    if (!kept.post) return;
    holder.textContent = name || "\u00a0";
    holder.parentNode.dataset.long = name.length > 60 ? "very" : name.length > 28 ? "rather" : "";
    // Two scores stand side by side only where both tests asked the same.
    drawScores(find("[data-scores]"), kept.pre && kept.pre.draw === kept.post.draw ? ["pre", "post"] : ["post"]);
    find("[data-date]").textContent = dayOf("post");
  }

  function drawText() {
    var taken = result(), code = portalResult.code(taken), lines = [data.words["site.name"] + " – " + data.title];
    if (taken.name) lines.push(taken.name);
    ["pre", "post"].forEach(function (test) { if (kept[test]) lines.push(score(test) + " (" + dayOf(test) + ")"); });
    lines.push(say("result.code", { code: code }));
    find("[data-text]").value = lines.join("\n");
    var holder = find("[data-qr]");
    holder.textContent = "";
    if (find("[data-qr-part]").open) holder.append(portalQr.draw(code, say("result.qr-alt")));
  }

  function refresh() {
    drawCertificate();
    drawText();
  }

  function show(state) {
    kept = state;
    part.hidden = !kept.pre && !kept.post;
    if (part.hidden) {
      field.value = "";
      return;
    }
    drawScores(find("[data-score]"), ["pre", "post"].filter(function (test) { return kept[test]; }));
    drawObjectives();
    refresh();
  }

  /* The certificate alone, on a sheet of its own: a copy beside everything else, for the printer. */
  function printCertificate() {
    var sheet = element("div", null, { "class": "print-alone md-typeset" });
    sheet.append(find("[data-certificate]").cloneNode(true));
    document.body.append(sheet);
    document.documentElement.dataset.print = "certificate";
    addEventListener("afterprint", function () {
      sheet.remove();
      delete document.documentElement.dataset.print;
    }, { once: true });
    print();
  }

  function save() {
    var taken = result(), day = (taken.post || taken.pre).day;
    portalSaving.download("result-" + data.track + "-" + day + ".json", "application/json", portalResult.file(taken));
  }

  field.addEventListener("input", refresh);
  find("[data-qr-part]").addEventListener("toggle", drawText);
  part.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if ("print" in button.dataset) printCertificate();
    else if ("save" in button.dataset) save();
    else if ("copy" in button.dataset) {
      portalSaving.copy(find("[data-text]"), function (copied) {
        find("[data-said]").textContent = say(copied ? "result.copied" : "result.not-copied");
      });
    }
  });

  return { show: show };
};
