/* An agenda in the reader's words, and as Markdown, CSV and calendar: as scripts/portal/agenda/formats/. */
portalAgenda.wording = function (data) {
  "use strict";
  var words = data.words, writing = data.writing, dates = portalDates(writing), byKey = {};
  data.modules.forEach(function (module) { byKey[module.key] = module; });

  function number(value) {
    try { return new Intl.NumberFormat(data.language + "-u-nu-latn").format(value); } catch (error) { return String(value); }
  }

  /* Words of a key, `{name}` filled in; with a count, in the plural form that the language asks for. */
  function say(key, values, count) {
    var word = words[key], filled = values || {};
    if (count !== undefined) filled.count = number(count);
    if (typeof word === "object") word = word[new Intl.PluralRules(data.language).select(count)] || word.other;
    return word.replace(/\{(\w+)\}/g, function (blank, name) {
      return Object.prototype.hasOwnProperty.call(filled, name) ? String(filled[name]) : blank;
    });
  }

  function writeTime(minute) {
    var hour = Math.floor(minute / 60) % 24, rest = ("0" + minute % 60).slice(-2), half = hour % 12 || 12;
    return dates.write(writing.time, {
      H: hour, HH: ("0" + hour).slice(-2), h: half, hh: ("0" + half).slice(-2), mm: rest, a: writing.periods[hour < 12 ? 0 : 1]
    });
  }

  function moduleTitle(module) {
    if (module.language === data.language) return module.title;
    var title = data.direction === "rtl" ? "\u2068" + module.title + "\u2069" : module.title;
    return title + " (" + say("notice.english-only") + ")";
  }

  /* Which part of its module or practice an entry is, and of how many. */
  function part(agenda, entry) {
    var same = [].concat.apply([], agenda.days.map(function (day) { return day.entries; })).filter(function (other) {
      return !other.pause && other.kind === entry.kind && other.module === entry.module;
    });
    return [same.indexOf(entry) + 1, same.length];
  }

  function title(agenda, entry) {
    if (entry.module === null) return say("agenda." + entry.kind);
    var name = moduleTitle(byKey[entry.module]), place = part(agenda, entry);
    if (entry.kind === "practice") name = say("agenda.practice", { title: name });
    if (place[1] === 1) return name;
    return name + " (" + say("agenda.part", { number: number(place[0]), total: number(place[1]) }) + ")";
  }

  function sections(agenda, entry) {
    if (entry.kind !== "module" || part(agenda, entry)[1] === 1) return [];
    return byKey[entry.module].parts.filter(function (one) { return entry.sections.indexOf(one[0]) >= 0; })
      .map(function (one) { return one[1]; });
  }

  function dayTitle(day) {
    var name = say("agenda.day", { number: number(day.number) });
    return day.date ? name + " – " + dates.day(day.date, "date") : name;
  }

  function facts(agenda) {
    var said = [say("agenda.days-count", {}, agenda.days.length), say("agenda.of-modules", {}, agenda.minutes)];
    if (agenda.wishes.zone) said.push(say("agenda.in-zone", { zone: agenda.wishes.zone }));
    return said.join(" · ");
  }

  function plain(text) { return text.replace(/([\\`*_\[\]<>|])/g, "\\$1"); }

  function markdown(agenda) {
    var lines = ["# " + say("agenda.title"), "", plain(facts(agenda))];
    var heads = ["starts", "ends", "what", "minutes"].map(function (name) { return say("agenda." + name); });
    agenda.days.forEach(function (day) {
      lines.push("", "## " + plain(dayTitle(day)), "", "| " + heads.join(" | ") + " |", "|---|---|---|---|");
      day.entries.forEach(function (entry) {
        var what = plain(title(agenda, entry)), parts = plain(sections(agenda, entry).join("; "));
        var cells = [writeTime(entry.start), writeTime(entry.end), parts ? say("list.named", { name: what, words: parts }) : what, entry.end - entry.start];
        lines.push("| " + cells.join(" | ") + " |");
      });
    });
    return lines.join("\n") + "\n";
  }

  function isoDate(date) { return date ? date.toISOString().slice(0, 10) : ""; }

  function csv(agenda) {
    var rows = [["day", "date", "start", "end", "minutes", "kind", "module", "title"]];
    agenda.days.forEach(function (day) {
      day.entries.forEach(function (entry) {
        rows.push([day.number, isoDate(day.date), portalAgenda.clock(entry.start), portalAgenda.clock(entry.end),
          entry.end - entry.start, entry.kind, entry.module || "", title(agenda, entry)]);
      });
    });
    return portalSaving.csv(rows);
  }

  /* Lines of at most 75 bytes, as RFC 5545 asks; no character is cut. */
  function fold(line) {
    var folded = "", bytes = 0;
    Array.from(line).forEach(function (character) {
      var size = new TextEncoder().encode(character).length;
      if (bytes + size > 74) {
        folded += "\r\n ";
        bytes = 1;
      }
      folded += character;
      bytes += size;
    });
    return folded + "\r\n";
  }

  function escaped(text) { return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n"); }

  /* Instants in UTC where a time zone is known, else the reader's own time. */
  function calendar(agenda) {
    var zone = agenda.wishes.zone, stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    function compact(date, minute) {
      return isoDate(new Date(date.getTime() + minute * 60000)).replace(/-/g, "") + "T" + portalAgenda.clock(minute % 1440).replace(":", "");
    }
    function time(date, minute) {
      if (!zone) return compact(date, minute) + "00";
      return new Date(portalAgenda.instant(date, minute, zone)).toISOString().replace(/[-:]|\.\d+/g, "");
    }
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//" + escaped(words["site.name"]) + "//agenda//" + data.language.toUpperCase(), "METHOD:PUBLISH"];
    agenda.days.forEach(function (day) {
      day.entries.forEach(function (entry) {
        var name = entry.kind + "-" + (entry.module || day.number).toString().replace(/\//g, "-");
        var more = sections(agenda, entry).join("\n");
        lines.push("BEGIN:VEVENT", "UID:" + compact(day.date, entry.start) + "-" + name + "@minamata-training", "DTSTAMP:" + stamp,
          "DTSTART:" + time(day.date, entry.start), "DTEND:" + time(day.date, entry.end),
          "SUMMARY:" + escaped(title(agenda, entry)), "CATEGORIES:" + entry.kind, "TRANSP:" + (entry.pause ? "TRANSPARENT" : "OPAQUE"));
        if (more) lines.push("DESCRIPTION:" + escaped(more));
        lines.push("END:VEVENT");
      });
    });
    lines.push("END:VCALENDAR");
    return lines.map(fold).join("");
  }

  return {
    say: say, number: number, title: title, sections: sections, dayTitle: dayTitle, facts: facts, time: writeTime,
    isoDate: isoDate, module: function (key) { return byKey[key]; }, moduleTitle: moduleTitle,
    formats: { ics: calendar, csv: csv, md: markdown }
  };
};
