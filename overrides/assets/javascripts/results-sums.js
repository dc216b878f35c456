/* The sums behind the trainer's page. A row is {track, name, pre, post} as result-code.js reads it;
   a track is {draw, questions, objectives} as results_page.py writes it. Nothing here touches the page. */
var portalSums = (function () {
  "use strict";
  var TESTS = ["pre", "post"];

  function count(test) { return test.right.replace(/0/g, "").length; }
  function same(one, other) { return one.draw === other.draw && one.day === other.day && one.right === other.right; }
  function nameOf(row) { return row.name.normalize("NFC"); }

  /* Adds a result to the rows: to the row of the same person where both fit together. Returns
     "double" where it was there already, "same-name" where another result of this name says
     otherwise, else "". Two without a name are two people. */
  function add(rows, result) {
    var named = rows.filter(function (row) { return row.track === result.track && nameOf(row) === nameOf(result); });
    var fitting = result.name ? named.filter(function (row) {
      return TESTS.every(function (test) { return !row[test] || !result[test] || same(row[test], result[test]); });
    })[0] : null;
    if (fitting) {
      var fresh = TESTS.filter(function (test) { return result[test] && !fitting[test]; });
      fresh.forEach(function (test) { fitting[test] = result[test]; });
      return fresh.length ? "" : "double";
    }
    rows.push(Object.assign({}, result));
    return named.length && result.name ? "same-name" : "";
  }

  /* People who took a test, and the average share of right answers from 0 to 1, null without people.
     Somebody with several tracks is one person; two rows of a name in one track are two. */
  function average(rows, test) {
    var people = {}, times = {};
    rows.forEach(function (row, number) {
      var slot = row.track + "/" + nameOf(row), time = times[slot] = (times[slot] || 0) + 1;
      if (!row[test]) return;
      var key = row.name ? time + "/" + nameOf(row) : "#" + number, person = people[key] = people[key] || { right: 0, total: 0 };
      person.right += count(row[test]);
      person.total += row[test].right.length;
    });
    var shares = Object.keys(people).map(function (key) { return people[key].right / people[key].total; });
    var sum = shares.reduce(function (all, share) { return all + share; }, 0);
    return { people: shares.length, share: shares.length ? sum / shares.length : null };
  }

  /* [right, asked] over all rows of one track that answered these questions, at some places. */
  function tally(rows, track, test, places) {
    var right = 0, asked = 0;
    rows.forEach(function (row) {
      if (!row[test] || row[test].draw !== track.draw) return;
      places.forEach(function (place) {
        asked += 1;
        if (row[test].right[place] === "1") right += 1;
      });
    });
    return [right, asked];
  }
  function both(rows, track, places) {
    return { pre: tally(rows, track, "pre", places), post: tally(rows, track, "post", places) };
  }
  function weakness(entry) {
    var sum = entry.post[1] ? entry.post : entry.pre;
    return sum[1] ? sum[0] / sum[1] : 1;
  }

  /* Each question with its sums, the weakest first. */
  function byQuestion(rows, track) {
    return track.questions.map(function (question, place) {
      return Object.assign({ question: question }, both(rows, track, [place]));
    }).sort(function (a, b) { return weakness(a) - weakness(b); });
  }
  function byObjective(rows, track) {
    return track.objectives.map(function (objective) {
      return Object.assign({ objective: objective }, both(rows, track, objective[3]));
    });
  }

  /* One line per row; the answers to each question as 1 and 0, empty where others were asked. */
  function table(rows, tracks) {
    var heads = ["track", "name"], columns = [];
    TESTS.forEach(function (test) {
      var when = { pre: "before", post: "after" }[test];
      heads.push(when + "_day", when + "_right", when + "_of");
      Object.keys(tracks).forEach(function (id) {
        if (!rows.some(function (row) { return row.track === id; })) return;
        tracks[id].questions.forEach(function (question, place) { columns.push([when + " " + question[0], id, test, place]); });
      });
    });
    var lines = rows.map(function (row) {
      var line = [row.track, row.name];
      TESTS.forEach(function (test) {
        line = line.concat(row[test] ? [row[test].day, count(row[test]), row[test].right.length] : ["", "", ""]);
      });
      return line.concat(columns.map(function (column) {
        var test = row[column[2]], fits = row.track === column[1] && test && test.draw === tracks[column[1]].draw;
        return fits ? Number(test.right[column[3]]) : "";
      }));
    });
    return [heads.concat(columns.map(function (column) { return column[0]; }))].concat(lines);
  }

  return { add: add, average: average, byQuestion: byQuestion, byObjective: byObjective, count: count, table: table };
})();
