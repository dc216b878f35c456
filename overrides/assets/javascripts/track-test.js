/* The tests of a track: shows one, marks it, keeps what came out. The page holds the questions; what
   is right and why comes with its data, covered so that nobody reads it by chance, and no secret. */
(function () {
  "use strict";
  var root = document.getElementById("track-test");
  if (!root) return;
  var data = JSON.parse(document.getElementById("track-test-data").textContent);
  var answers = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(data.answers), function (letter) { return letter.charCodeAt(0); })));
  var form = root.querySelector("form"), list = form.querySelector(".test-items"), message = form.querySelector("[data-open]");
  var dates = portalDates(data.writing), current = null, warned = false, result;
  function all(selector, inside) { return Array.prototype.slice.call((inside || root).querySelectorAll(selector)); }
  function say(key, values) {
    return data.words[key].replace(/\{(\w+)\}/g, function (blank, name) {
      return values && Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : blank;
    });
  }
  function nameOf(test) { return say("workshop." + test + "-test"); }
  function count(right) { return right.replace(/0/g, "").length; }

  /* Each question with its options by their place; the elements move, the places stay. */
  var items = all("[data-item]").map(function (element) {
    return {
      element: element,
      options: all("[data-option]", element).map(function (option) {
        return { element: option, input: option.querySelector("input"), feedback: option.querySelector(".test-feedback") };
      })
    };
  });

  function given() {
    return items.map(function (item) {
      return item.options.map(function (option, place) { return option.input.checked ? place : -1; }).filter(function (place) { return place >= 0; });
    });
  }
  function put(places) {
    items.forEach(function (item, number) {
      item.options.forEach(function (option, place) { option.input.checked = (places[number] || []).indexOf(place) >= 0; });
    });
  }
  function clear() {
    items.forEach(function (item) {
      item.element.querySelector("fieldset").disabled = false;
      item.options.forEach(function (option) {
        option.feedback.textContent = "";
        option.element.classList.remove("right", "wrong");
      });
    });
    message.textContent = "";
    form.querySelector("[type=submit]").hidden = false;
    warned = false;
  }

  /* The order of the post-test is another one: questions and answers as the printed test has them. */
  function arrange(test) {
    var order = test === "post" ? data.post : items.map(function (item, place) { return [place, Object.keys(item.options).map(Number)]; });
    order.forEach(function (one, place) {
      var item = items[one[0]], options = item.element.querySelector(".test-options");
      one[1].forEach(function (at) { options.append(item.options[at].element); });
      item.element.querySelector("[data-number]").textContent = (place + 1) + ".";
      list.append(item.element);
    });
  }

  function start(test) {
    var kept = portalTestStore.get(data.track).draft;
    current = test;
    clear();
    arrange(test);
    put(kept && kept.test === test && kept.draw === data.draw ? kept.given : []);
    form.hidden = false;
    form.querySelector("[data-heading]").textContent = nameOf(test);
    form.querySelector("[data-heading]").focus();
    show();
  }

  function isRight(number, places) {
    return answers[number].every(function (answer, place) { return Boolean(answer[0]) === places.indexOf(place) >= 0; });
  }

  /* Below what was chosen, and below what would have been right: whether, and why. */
  function explain(places) {
    items.forEach(function (item, number) {
      item.element.querySelector("fieldset").disabled = true;
      item.options.forEach(function (option, place) {
        var right = answers[number][place][0], chosen = places[number].indexOf(place) >= 0;
        if (!right && !chosen) return;
        var verdict = document.createElement("p"), reason = document.createElement("p");
        verdict.className = "verdict";
        verdict.lang = data.language;
        verdict.dir = document.documentElement.dir;
        verdict.textContent = say(!chosen ? "test.missed" : right ? "block.right" : "block.wrong");
        // Rendered by the build from the module's page, where raw HTML is switched off.
        reason.innerHTML = answers[number][place][1];
        option.feedback.append(verdict, reason);
        option.element.classList.add(right ? "right" : "wrong");
      });
    });
  }

  function finish() {
    var places = given(), open = [];
    all("[data-item]", list).forEach(function (element, place) {
      if (!places[Number(element.dataset.item)].length) open.push(place + 1);
    });
    if (open.length && !warned) {
      warned = true;
      message.textContent = say("test.open", { numbers: open.join(say("list.separator")) });
      list.children[open[0] - 1].querySelector("input").focus();
      return;
    }
    var right = items.map(function (item, number) { return isRight(number, places[number]) ? "1" : "0"; }).join("");
    var changes = { draft: undefined };
    changes[current] = { draw: data.draw, day: dates.today(), right: right };
    portalTestStore.keep(data.track, changes);
    // For a learning management system: each question by name, as it was answered.
    document.dispatchEvent(new CustomEvent("portal:tested", { detail: { test: current, answers: items.map(function (item, number) {
      var solution = Object.keys(answers[number]).map(Number).filter(function (place) { return answers[number][place][0]; });
      return { of: item.element.dataset.of, given: places[number], right: right[number] === "1", solution: solution };
    }) } }));
    message.textContent = "";
    form.querySelector("[type=submit]").hidden = true;
    // The pre-test tells no answers: the post-test asks the same.
    if (current === "post") explain(places);
    else form.hidden = true;
    current = null;
    show();
    root.querySelector("[data-result]").querySelector("h2").focus();
  }

  /* The steps: what was taken, and what the buttons do. */
  function show() {
    var kept = portalTestStore.get(data.track), trouble = portalTestStore.trouble();
    ["pre", "post"].forEach(function (test) {
      var step = root.querySelector("[data-step=" + test + "]"), taken = kept[test], line = step.querySelector("[data-taken]");
      line.hidden = !taken;
      if (taken) {
        line.textContent = say("test.taken", {
          date: dates.day(dates.read(taken.day) || new Date(0), "day"), right: count(taken.right), total: taken.right.length
        }) + (taken.draw === data.draw ? "" : " " + say("test.earlier"));
      }
      step.querySelector("button").textContent = say(taken ? "test.again" : "test.start", { test: nameOf(test) });
    });
    var note = root.querySelector("[data-trouble]"), foot = document.getElementById("kept");
    note.textContent = trouble && foot ? foot.dataset[trouble] : "";
    result.show(kept);
  }

  root.addEventListener("click", function (event) {
    var button = event.target.closest("[data-start]");
    if (button) start(button.dataset.start);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    finish();
  });
  form.addEventListener("change", function () {
    if (current) portalTestStore.keep(data.track, { draft: { test: current, draw: data.draw, given: given() } });
  });
  document.addEventListener("portal:deleted", function () {
    current = null;
    clear();
    put([]);
    form.hidden = true;
    show();
  });

  result = portalTrackResult(root, data, say, nameOf, dates);
  show();
  var asked = /^#(pre|post)-test$/.exec(location.hash), draft = portalTestStore.get(data.track).draft;
  if (draft && draft.draw === data.draw && (!asked || asked[1] === draft.test)) start(draft.test);
})();
