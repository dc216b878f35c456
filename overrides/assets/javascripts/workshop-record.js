/* The anonymous record of a workshop: docs/data/workshop-record.schema.json says what its keys mean.
   Numbers of fewer than five people never stand alone. Nothing here touches the page. */
var portalRecord = (function () {
  "use strict";
  var FEWEST = 5;

  /* Groups of 1 to 4 become `merged`, with the smallest other group where they are still too few;
     null where nothing is left to tell apart. Groups of nobody are left out. */
  function merge(groups) {
    var names = Object.keys(groups).filter(function (name) { return groups[name] > 0; });
    var large = names.filter(function (name) { return groups[name] >= FEWEST; }), merged = 0;
    names.forEach(function (name) { if (groups[name] < FEWEST) merged += groups[name]; });
    while (merged > 0 && merged < FEWEST && large.length) {
      var least = large.reduce(function (one, other) { return groups[other] < groups[one] ? other : one; });
      merged += groups[least];
      large.splice(large.indexOf(least), 1);
    }
    if (!large.length) return null;
    var told = {};
    large.forEach(function (name) { told[name] = groups[name]; });
    if (merged) told.merged = merged;
    return told;
  }

  function sum(groups) {
    return Object.keys(groups).reduce(function (all, name) { return all + groups[name]; }, 0);
  }

  /* said: {date, country, modules, sex, functions, before, after}; the last two {people, share}. */
  function make(said) {
    var record = { version: 1, date: said.date, country: said.country, modules: said.modules };
    var total = sum(said.sex);
    record.participants = { total: total };
    if (total < FEWEST) return record;
    [["by_sex", said.sex], ["by_function", said.functions]].forEach(function (one) {
      var told = merge(one[1]);
      if (told) record.participants[one[0]] = told;
    });
    [["before", said.before], ["after", said.after]].forEach(function (one) {
      if (one[1].people < FEWEST) return;
      record.tests = record.tests || {};
      record.tests[one[0]] = { people: one[1].people, percent: Math.round(one[1].share * 100) };
    });
    return record;
  }

  /* Each value is a number or a plain word of ours; quotes keep a country like NO from meaning no. */
  function flow(groups) {
    return "{" + Object.keys(groups).map(function (name) { return name + ": " + groups[name]; }).join(", ") + "}";
  }
  function yaml(record) {
    var lines = ["# What the keys mean: docs/data/workshop-record.schema.json", "version: " + record.version];
    lines.push('date: "' + record.date + '"', 'country: "' + record.country + '"', "modules:");
    record.modules.forEach(function (key) { lines.push('  - "' + key + '"'); });
    lines.push("participants:", "  total: " + record.participants.total);
    ["by_sex", "by_function"].forEach(function (name) {
      if (record.participants[name]) lines.push("  " + name + ": " + flow(record.participants[name]));
    });
    if (record.tests) lines.push("tests:");
    ["before", "after"].forEach(function (name) {
      if (record.tests && record.tests[name]) lines.push("  " + name + ": " + flow(record.tests[name]));
    });
    return lines.join("\n") + "\n";
  }

  return { make: make, merge: merge, sum: sum, yaml: yaml };
})();
