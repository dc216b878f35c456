/* Dates as a language writes them: patterns and names come with the page (written_dates.py). */
var portalDates = function (writing) {
  "use strict";

  /* A date or time in a CLDR pattern: letters mean fields, what stands in quotes is text. */
  function write(pattern, fields) {
    return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, function (piece, quoted) {
      return quoted === undefined ? String(piece in fields ? fields[piece] : piece) : quoted || "'";
    });
  }

  /* A day, given as a Date at midnight UTC; `style` is "date" with the weekday or "day" without. */
  function writeDay(date, style) {
    var day = date.getUTCDate(), month = date.getUTCMonth();
    return write(writing[style], {
      EEEE: writing.days[(date.getUTCDay() + 6) % 7], MMMM: writing.months[month], M: month + 1,
      d: day, dd: ("0" + day).slice(-2), y: date.getUTCFullYear()
    });
  }

  /* The Date of a day like 2027-03-01, at midnight UTC; undefined for one that the calendar lacks. */
  function read(text) {
    var match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
    if (!match || match[1] < 2000 || match[1] > 2100) return undefined;
    var date = new Date(Date.UTC(match[1], match[2] - 1, match[3]));
    return date.toISOString().slice(0, 10) === match[0] ? date : undefined;
  }

  /* Today in the reader's own time zone, like 2027-03-01. */
  function today() {
    var now = new Date();
    return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
  }

  return { write: write, day: writeDay, read: read, today: today };
};
