/* The sums behind the agenda page: the same as scripts/portal/agenda/ (timetable.py, planning.py).
   tests/agenda holds the two together. Nothing here touches the page. */
var portalAgenda = (function () {
  "use strict";
  var STRETCH = 90, NEAR_LUNCH = 40, LITTLE_WORK = 30, NEAR_PRAYER = 15, CRUMB = 10, PRACTICE_PIECE = 15, MIDNIGHT = 24 * 60;

  function clock(minute) {
    return ("0" + Math.floor(minute / 60)).slice(-2) + ":" + ("0" + minute % 60).slice(-2);
  }

  function sum(pieces) { return pieces.reduce(function (all, piece) { return all + piece.minutes; }, 0); }

  function modulePieces(module, wishes) {
    var pieces = module.parts.map(function (part) {
      return { kind: "module", module: module.key, section: part[0] || null, minutes: part[2] };
    });
    for (var left = wishes.practice; left > 0; left -= PRACTICE_PIECE) {
      pieces.push({ kind: "practice", module: module.key, section: null, minutes: Math.min(left, PRACTICE_PIECE) });
    }
    return pieces;
  }

  function cut(modules, wishes) {
    var units = modules.map(function (module) { return modulePieces(module, wishes); });
    if (units.length < wishes.days) {
      units = [].concat.apply([], units).map(function (piece) { return [piece]; });
    }
    if (wishes.opening) units[0].unshift({ kind: "opening", module: null, section: null, minutes: wishes.opening });
    if (wishes.closing) units[units.length - 1].push({ kind: "closing", module: null, section: null, minutes: wishes.closing });
    return units;
  }

  function fill(units, weights, days, most) {
    var shared = [], load = 0;
    units.forEach(function (unit, number) {
      var needed = units.length - number === days - shared.length;
      if (!shared.length || load + weights[number] > most || needed) {
        shared.push([]);
        load = 0;
      }
      Array.prototype.push.apply(shared[shared.length - 1], unit);
      load += weights[number];
    });
    return shared.length <= days ? shared : null;
  }

  function share(units, days) {
    var weights = units.map(sum), most = Math.max.apply(null, weights);
    days = Math.min(days, units.length);
    for (;; most += 1) {
      var shared = fill(units, weights, days, most);
      if (shared) return shared;
    }
  }

  function layOut(pieces, wishes, number) {
    var now = wishes.start, since = now, left = sum(pieces), pauses = 0, entries = [];
    var lunch = wishes.lunch !== null && wishes.lunch > now ? wishes.lunch : null;
    var prayers = wishes.prayers.filter(function (time) { return time > now; }).sort(function (a, b) { return a - b; });

    function lunchIsNeeded(from) { return lunch !== null && from + left > lunch + LITTLE_WORK; }

    /* Minutes of a module behind one of its pieces. */
    function rest(place) {
      var all = 0, own = pieces[place];
      for (var next = pieces[++place]; next && next.kind === own.kind && next.module === own.module; next = pieces[++place]) all += next.minutes;
      return all;
    }

    function due(minutes, behind) {
      if (prayers.length && prayers[0] <= now) return "prayer";
      var after = now + minutes;
      if (lunchIsNeeded(now) && lunch < after && after >= 2 * lunch - now) return "lunch";
      var moved = wishes.moves[number + "." + (pauses + 1)] || 0;
      var limit = Math.min(Math.max(STRETCH + moved, 15), 180);
      if (behind < CRUMB) after += behind;
      return now > since && after > since + limit ? "break" : null;
    }

    function pause(kind) {
      var start = now, names = [], end = start + (kind === "break" ? wishes.breakMinutes : 0);
      var withLunch = kind === "lunch" || (lunch !== null && lunch <= start + NEAR_LUNCH && lunchIsNeeded(end));
      var prayer = kind === "prayer";
      if (withLunch) {
        lunch = null;
        end = start + wishes.lunchMinutes;
      }
      while (prayers.length && (prayers[0] <= start || prayers[0] <= end + NEAR_PRAYER)) {
        end = Math.max(end, Math.max(prayers.shift(), start) + wishes.prayerMinutes);
        prayer = true;
      }
      if (withLunch) names.push("lunch");
      else if (kind === "break") names.push("break");
      if (prayer) names.push("prayer");
      pauses += 1;
      entries.push({ kind: names.join("-"), start: start, end: end, module: null, sections: [], pause: pauses });
      now = since = end;
    }

    pieces.forEach(function (piece, place) {
      var behind = rest(place);
      for (var kind = due(piece.minutes, behind); kind; kind = due(piece.minutes, behind)) pause(kind);
      var end = now + piece.minutes, last = entries[entries.length - 1];
      if (last && !last.pause && last.kind === piece.kind && last.module === piece.module) last.end = end;
      else {
        last = { kind: piece.kind, start: now, end: end, module: piece.module, sections: [], pause: null };
        entries.push(last);
      }
      if (piece.section) last.sections.push(piece.section);
      now = end;
      left -= piece.minutes;
    });
    return entries;
  }

  function longestStretch(entries) {
    var longest = 0, current = 0;
    entries.forEach(function (entry) {
      current = entry.pause ? 0 : current + entry.end - entry.start;
      longest = Math.max(longest, current);
    });
    return longest;
  }

  /* Minutes by which a zone is ahead of UTC at an instant. */
  function offset(zone, instant) {
    var parts = {};
    new Intl.DateTimeFormat("en-u-nu-latn", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric"
    }).formatToParts(new Date(instant)).forEach(function (part) { parts[part.type] = Number(part.value); });
    var there = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
    return Math.round((there - instant) / 60000);
  }

  /* The instant of a minute of a day in a zone, the earlier of two; null where the clocks skip it. */
  function instant(date, minute, zone) {
    var wall = date.getTime() + minute * 60000, found = null;
    [offset(zone, wall + 864e5), offset(zone, wall - 864e5)].forEach(function (ahead) {
      var candidate = wall - ahead * 60000;
      if (offset(zone, candidate) === ahead) found = found === null ? candidate : Math.min(found, candidate);
    });
    return found;
  }

  function dayOf(date, number) { return date && new Date(date.getTime() + (number - 1) * 864e5); }

  function orderWarnings(modules, titles) {
    var order = modules.map(function (module) { return module.key; }), found = [];
    modules.forEach(function (module, number) {
      module.requires.forEach(function (needed) {
        var place = order.indexOf(needed);
        var said = { module: module.title, needed: titles[needed] || needed };
        if (place < 0) found.push(["prerequisite-missing", said]);
        else if (place > number) found.push(["prerequisite-later", said]);
      });
    });
    return found;
  }

  /* Plan: returns {days, warnings, minutes}, or {failed: [name, values]} where it cannot be done. */
  function plan(modules, wishes, titles) {
    var shared = share(cut(modules, wishes), wishes.days), warnings = orderWarnings(modules, titles);
    var days = shared.map(function (pieces, index) {
      return { number: index + 1, date: dayOf(wishes.date, index + 1), entries: layOut(pieces, wishes, index + 1) };
    });
    var failed = null, ahead = null;
    if (days.length < wishes.days) warnings.push(["fewer-days", { days: days.length }]);
    days.forEach(function (day) {
      var first = day.entries[0].start, last = day.entries[day.entries.length - 1].end;
      if (last > MIDNIGHT) failed = failed || ["midnight", { number: day.number }];
      if (last > wishes.end) warnings.push(["overflow", { number: day.number, time: clock(last), wished: clock(wishes.end) }]);
      var longest = longestStretch(day.entries);
      if (longest > STRETCH) warnings.push(["long-stretch", { number: day.number, minutes: longest }]);
      if (!wishes.zone || !day.date || failed) return;
      var from = instant(day.date, first, wishes.zone), to = instant(day.date, last, wishes.zone);
      if (from === null || to === null || to - from !== (last - first) * 60000) {
        failed = ["clocks", { number: day.number, zone: wishes.zone }];
        return;
      }
      var here = offset(wishes.zone, from);
      if (ahead !== null && here !== ahead) warnings.push(["clocks-change", { number: day.number, zone: wishes.zone }]);
      ahead = here;
    });
    if (failed) return { failed: failed };
    return { days: days, warnings: warnings, modules: modules, wishes: wishes, minutes: sum(modules) };
  }

  return { plan: plan, clock: clock, instant: instant };
})();
