/* Makes questions answerable: the lists that rendering/questions.py wrote become radio buttons,
   check boxes, movable steps or select boxes. Without this script the lists stay as they are. All
   words come from the page. What an answer dispatches is told in progress.js. */
(function () {
  "use strict";
  var words = document.querySelector(".question-words");
  if (!words) return;
  var count = 0;

  function list(nodes) { return Array.prototype.slice.call(nodes); }
  function say(name, values) {
    return (words.getAttribute("data-" + name) || "").replace(/\{(\w+)\}/g, function (all, key) {
      return values && key in values ? values[key] : all;
    });
  }
  function make(tag, attributes, content) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    if (content !== undefined) element.append(content);
    return element;
  }
  /* The nodes of an option, taken from the list it stood in. */
  function contentOf(element, tag) {
    var holder = make(tag || "span");
    while (element.firstChild) holder.append(element.firstChild);
    return holder;
  }

  /* Each kind: `task` names its instruction, `row` makes the controls of one option, `given` reads
     the answer (null: not complete), `put` shows an answer kept earlier, `shows` tells whether an
     option was part of the answer, `right` whether rightly, `isRight` of the whole. Numbers count options in the page's own order. */
  function choosing(several) {
    return {
      single: !several,
      task: several ? "choose-several" : "choose-one",
      row: function (quiz, row) {
        var label = make("label"), input = make("input", {
          type: several ? "checkbox" : "radio", name: quiz.name, value: row.item, autocomplete: "off"
        });
        label.append(input, contentOf(row.option));
        row.element.append(label);
        row.input = input;
      },
      given: function (quiz) {
        var chosen = quiz.rows.filter(function (row) { return row.input.checked; });
        return chosen.length ? chosen.map(function (row) { return row.item; }) : null;
      },
      put: function (quiz, given) {
        quiz.rows.forEach(function (row) { row.input.checked = given.indexOf(row.item) >= 0; });
      },
      shows: function (row, given) { return given.indexOf(row.item) >= 0; },
      right: function (row) { return row.answer.classList.contains("right"); },
      isRight: function (quiz, given) {
        return quiz.rows.every(function (row) {
          return (given.indexOf(row.item) >= 0) === row.answer.classList.contains("right");
        });
      },
      clear: function (quiz) { quiz.rows.forEach(function (row) { row.input.checked = false; }); }
    };
  }

  var ordering = {
    task: "order",
    row: function (quiz, row) {
      var step = contentOf(row.option), line = make("div", { "class": "quiz-step" });
      line.append(step);
      [["up", "↑", -1], ["down", "↓", 1]].forEach(function (way) {
        var button = make("button", { type: "button", "class": "quiz-move", "aria-label": say(way[0], { step: step.textContent.trim() }) }, way[1]);
        button.addEventListener("click", function () { move(quiz, row, way[2], button); });
        row[way[0]] = button;
        line.append(button);
      });
      row.step = step;
      row.element.append(line);
    },
    given: function (quiz) { return quiz.rows.map(function (row) { return row.item; }); },
    put: function (quiz, given) {
      quiz.rows.sort(function (a, b) { return given.indexOf(a.item) - given.indexOf(b.item); });
      quiz.rows.forEach(function (row) { quiz.options.append(row.element); });
      settleMoves(quiz);
    },
    shows: function () { return true; },
    right: function (row, given) { return given[row.item] === row.item; },
    isRight: function (quiz, given) { return given.every(function (item, place) { return item === place; }); }
  };
  function settleMoves(quiz) {
    quiz.rows.forEach(function (row, place) {
      // Not `disabled`: the focus would be lost at the end of the way.
      row.up.setAttribute("aria-disabled", place === 0);
      row.down.setAttribute("aria-disabled", place === quiz.rows.length - 1);
    });
  }
  function move(quiz, row, way, button) {
    var place = quiz.rows.indexOf(row), next = place + way;
    if (next >= 0 && next < quiz.rows.length) {
      quiz.rows.splice(place, 1);
      quiz.rows.splice(next, 0, row);
      quiz.rows.forEach(function (each) { quiz.options.append(each.element); });
      settleMoves(quiz);
      unmark(quiz);
      button.focus();
      place = next;
    }
    quiz.verdict.textContent = say("moved", { step: row.step.textContent.trim(), place: place + 1, total: quiz.rows.length });
  }

  var matching = {
    task: "match",
    row: function (quiz, row) {
      var id = quiz.name + "-" + row.item;
      var label = make("label", { "for": id }), select = make("select", { id: id, autocomplete: "off" });
      label.append(contentOf(row.option));
      select.append(make("option", { value: "" }, say("pick")));
      list(quiz.section.querySelectorAll(".question-choices > li")).forEach(function (choice, place) {
        select.append(make("option", { value: place }, choice.textContent.trim()));
      });
      row.element.append(label, select);
      row.input = select;
    },
    given: function (quiz) {
      var all = quiz.rows.every(function (row) { return row.input.value !== ""; });
      return all ? quiz.rows.map(function (row) { return Number(row.input.value); }) : null;
    },
    put: function (quiz, given) {
      quiz.rows.forEach(function (row) { row.input.value = given[row.item]; });
    },
    shows: function () { return true; },
    right: function (row, given) { return String(given[row.item]) === row.expected; },
    isRight: function (quiz, given) {
      return quiz.rows.every(function (row) { return matching.right(row, given); });
    }
  };
  var KINDS = {
    single: choosing(false), "true-false": choosing(false), multiple: choosing(true), order: ordering, match: matching
  };

  function unmark(quiz) {
    quiz.rows.forEach(function (row) {
      row.feedback.replaceChildren();
      row.element.classList.remove("right", "wrong");
    });
    quiz.verdict.replaceChildren();
    quiz.verdict.classList.remove("right", "wrong");
    quiz.again.hidden = true;
  }

  /* Show what is right and why, below each option that was part of the answer. */
  function mark(quiz, given) {
    var kind = quiz.kind, right = kind.isRight(quiz, given), good = 0, bad = 0;
    unmark(quiz);
    quiz.rows.forEach(function (row) {
      if (!kind.shows(row, given)) return;
      var fits = kind.right(row, given);
      if (fits) good += 1; else bad += 1;
      row.element.classList.add(fits ? "right" : "wrong");
      // Where one option is chosen, the verdict below the buttons says it already.
      if (!kind.single) row.feedback.append(make("p", { "class": "verdict" }, say(fits ? "right" : "wrong")));
      list(row.answer.children).forEach(function (part) {
        if (!part.matches(".option, .verdict")) row.feedback.append(part.cloneNode(true));
      });
    });
    quiz.verdict.classList.add(right ? "right" : "wrong");
    quiz.verdict.append(make("span", { "class": "verdict" }, say(right ? "right" : "wrong")));
    var more = "";
    if (!right && (kind === ordering || kind === matching)) more = say("partly", { right: good, total: quiz.rows.length });
    else if (!right && kind === KINDS.multiple && !bad) more = say("missing");
    if (more) quiz.verdict.append(" " + more);
    quiz.again.hidden = false;
    return right;
  }

  function check(quiz) {
    var given = quiz.kind.given(quiz);
    if (!given) {
      unmark(quiz);
      quiz.verdict.textContent = say("empty");
      return;
    }
    var right = mark(quiz, given), data = quiz.section.dataset;
    quiz.section.dispatchEvent(new CustomEvent("portal:answered", { bubbles: true, detail: {
      page: data.page, question: data.question, objectives: (data.objective || "").split(" ").filter(Boolean),
      kind: data.kind, given: given, right: right
    } }));
    if (window.portalProgress && window.portalProgress.trouble()) tellTrouble(quiz);
  }
  /* Once on a page, and in the language of its frame. */
  var told = false;
  function tellTrouble(quiz) {
    var foot = document.querySelector("#kept");
    if (told || !foot) return;
    told = true;
    var root = document.documentElement;
    quiz.note.lang = root.lang;
    quiz.note.dir = document.body.dir || root.dir || "ltr";
    quiz.note.textContent = foot.dataset[window.portalProgress.trouble()];
  }

  function again(quiz) {
    unmark(quiz);
    if (quiz.kind.clear) quiz.kind.clear(quiz);
    quiz.options.querySelector("input, select, button").focus();
  }

  /* An answer that was kept, if it still fits this question; else null. */
  function kept(quiz) {
    var data = quiz.section.dataset, page = window.portalProgress && window.portalProgress.page(data.page);
    var entry = page && page.questions[data.question], total = quiz.rows.length;
    if (!entry) return null;
    var given = entry.given, several = quiz.kind === ordering || quiz.kind === matching;
    var limit = quiz.kind === matching ? quiz.section.querySelectorAll(".question-choices > li").length : total;
    var fits = given.every(function (value) { return value < limit; }) && given.length > 0 && (!several || given.length === total);
    if (quiz.kind === ordering) fits = fits && new Set(given).size === total;
    return fits ? given : null;
  }

  function arrange(section) {
    var options = section.querySelector(".question-options"), kind = KINDS[section.dataset.kind];
    var answers = list(section.querySelectorAll(".question-answers > :is(ul, ol) > li"));
    if (!options || !kind || !answers.length) return;
    count += 1;
    var quiz = { section: section, kind: kind, name: "quiz-" + count };
    var title = section.querySelector(".block-title"), legend = make("legend", { id: quiz.name + "-task", "class": "quiz-task" }, say(kind.task));
    title.id = title.id || quiz.name + "-title";
    var field = make("fieldset", { "class": "quiz", "aria-labelledby": title.id + " " + legend.id });
    quiz.options = make(kind === ordering ? "ol" : "ul", { "class": "quiz-options quiz-options--" + section.dataset.kind });
    quiz.rows = list(options.children).map(function (option) {
      var item = Number(option.dataset.item);
      var row = { item: item, option: option, expected: option.dataset.answer, answer: answers[item], element: make("li") };
      kind.row(quiz, row);
      row.feedback = make("div", { "class": "quiz-feedback" });
      row.element.append(row.feedback);
      quiz.options.append(row.element);
      return row;
    });
    var button = make("button", { type: "button", "class": "quiz-button" }, say("check"));
    quiz.again = make("button", { type: "button", "class": "quiz-button quiz-button--again", hidden: "" }, say("again"));
    quiz.verdict = make("p", { "class": "quiz-verdict", role: "status" });
    quiz.note = make("p", { "class": "quiz-note", role: "status" });
    var buttons = make("div", { "class": "quiz-buttons" });
    buttons.append(button, quiz.again);
    field.append(legend, quiz.options, buttons, quiz.verdict, quiz.note);
    if (kind === ordering) settleMoves(quiz);
    var given = kept(quiz);
    if (given) { kind.put(quiz, given); mark(quiz, given); }
    options.replaceWith(field);
    section.classList.add("is-quiz");

    // After what was kept is shown: only the reader's own answers are announced.
    setTimeout(function () {
      quiz.rows.forEach(function (row) { row.feedback.setAttribute("aria-live", "polite"); });
    }, 500);
    button.addEventListener("click", function () { check(quiz); });
    quiz.again.addEventListener("click", function () { again(quiz); });
    field.addEventListener("change", function () { unmark(quiz); });
    document.addEventListener("portal:deleted", function () {
      unmark(quiz);
      if (kind.clear) kind.clear(quiz);
      if (kind === matching) quiz.rows.forEach(function (row) { row.input.value = ""; });
    });
  }
  list(document.querySelectorAll(".block-question[data-kind]")).forEach(arrange);
})();
