/* The wishes of an agenda as the fragment of an address, and back. Whatever stands in a link is
   hostile until it is read here: only known names, short values and what the calendar has pass. */
portalAgenda.link = function (data) {
  "use strict";
  var LONGEST = 4000;
  var known = data.modules.map(function (module) { return module.key; });

  function readTime(text) {
    var match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
    return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
  }

  function readDate(text) { return text === "" ? null : portalDates(data.writing).read(text); }

  function readZone(text) {
    var name = text.trim();
    if (name === "") return null;
    if (!/^[A-Za-z][A-Za-z0-9_+\-]*(\/[A-Za-z0-9_+\-]+){0,2}$/.test(name)) return undefined;
    try { new Intl.DateTimeFormat("en", { timeZone: name }); } catch (error) { return undefined; }
    return name;
  }

  function wholeFrom(least, most) {
    return function (text) {
      return /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;
    };
  }

  function listOf(read) {
    return function (text) {
      if (text.trim() === "") return [];
      var values = text.split(/[,،，;]/).map(read);
      return values.length <= 8 && values.indexOf(undefined) < 0 ? values : undefined;
    };
  }

  function readMoves(text) {
    var moves = {}, good = text === "" || text.split(",").every(function (piece) {
      var match = /^(\d{1,2}\.\d{1,2}):([+-]?\d{1,3})$/.exec(piece.trim());
      if (match) moves[match[1]] = Number(match[2]);
      return match;
    });
    return good ? moves : undefined;
  }

  function writeMoves(moves) {
    return Object.keys(moves).filter(function (name) { return moves[name]; }).map(function (name) { return name + ":" + moves[name]; }).join(",");
  }

  function optional(read) { return function (text) { return text.trim() === "" || text === "none" ? null : read(text); }; }
  function writeLunch(minute) { return minute === null ? "none" : portalAgenda.clock(minute); }
  function writeTimes(minutes) { return minutes.map(portalAgenda.clock).join(","); }
  function writeDate(date) { return date ? date.toISOString().slice(0, 10) : ""; }

  /* Name in the link, name among the wishes, what is taken where it is absent, reader, writer. */
  var parts = [
    ["date", "date", "", readDate, writeDate],
    ["days", "days", "1", wholeFrom(1, 10), String],
    ["start", "start", "09:00", readTime, portalAgenda.clock],
    ["end", "end", "17:00", readTime, portalAgenda.clock],
    ["timezone", "zone", "", readZone, function (zone) { return zone || ""; }],
    ["lunch", "lunch", "12:30", optional(readTime), writeLunch],
    ["lunch-minutes", "lunchMinutes", "60", wholeFrom(15, 240), String],
    ["break-minutes", "breakMinutes", "15", wholeFrom(5, 240), String],
    ["prayer", "prayers", "", listOf(readTime), writeTimes],
    ["prayer-minutes", "prayerMinutes", "15", wholeFrom(5, 240), String],
    ["opening", "opening", "0", wholeFrom(0, 240), String],
    ["closing", "closing", "0", wholeFrom(0, 240), String],
    ["practice", "practice", "0", wholeFrom(0, 240), String],
    ["move", "moves", "", readMoves, writeMoves]
  ];

  /* Returns {modules, wishes, left}: `left` lists what was not understood. */
  function read(fragment) {
    var left = [], given = new URLSearchParams(fragment.length > LONGEST ? "" : fragment), wishes = {};
    if (fragment.length > LONGEST) left.push("…");
    var names = parts.map(function (part) { return part[0]; }).concat("modules");
    given.forEach(function (value, name) { if (names.indexOf(name) < 0) left.push(name); });
    parts.forEach(function (part) {
      var text = given.get(part[0]), value = text === null ? part[3](part[2]) : part[3](text);
      if (value === undefined) {
        left.push(part[0] + "=" + text);
        value = part[3](part[2]);
      }
      wishes[part[1]] = value;
    });
    var modules = [];
    (given.get("modules") || "").split(",").filter(Boolean).forEach(function (key) {
      if (known.indexOf(key) < 0) left.push(key);
      else if (modules.indexOf(key) < 0) modules.push(key);
    });
    return { modules: modules, wishes: wishes, left: left.map(function (what) { return what.slice(0, 60); }).slice(0, 10) };
  }

  function write(modules, wishes) {
    var said = new URLSearchParams();
    said.set("modules", modules.join(","));
    parts.forEach(function (part) {
      var text = part[4](wishes[part[1]]);
      if (text !== part[2]) said.set(part[0], text);
    });
    return said.toString().replace(/%2F/g, "/").replace(/%2C/g, ",").replace(/%3A/g, ":");
  }

  return { read: read, write: write, parts: parts };
};
