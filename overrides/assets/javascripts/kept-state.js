/* A state with a name in this browser's storage; where that is refused or full, or holds what is
   not ours, the visit's own memory serves.

   portalKeptState({name, largest, empty, fits}) returns
     read()     the state: what is kept, else `empty()`
     keep(it)   keeps a changed state
     forget()   begins anew, after the storage was emptied
     trouble()  "" | "refused" | "full" | "unreadable": why nothing is being kept
   `largest` counts characters; `fits` tells whether data from the storage are such a state. */
function portalKeptState(kind) {
  "use strict";
  var memory = kind.empty(), trouble = "";

  function parse(text) {
    try { return JSON.parse(text); } catch (error) { return null; }
  }

  /* Data that is not ours, damaged or of a later version is neither used nor overwritten. */
  function read() {
    if (trouble) return memory;
    try {
      var text = localStorage.getItem(kind.name);
      if (text === null) return kind.empty();
      var state = text.length > kind.largest ? null : parse(text);
      if (kind.fits(state)) return state;
      trouble = "unreadable";
    } catch (error) {
      trouble = "refused";
    }
    return memory;
  }

  function keep(state) {
    memory = state;
    if (trouble === "unreadable") return;
    try {
      localStorage.setItem(kind.name, JSON.stringify(state));
      trouble = "";
    } catch (error) {
      trouble = error && error.name === "QuotaExceededError" ? "full" : "refused";
    }
  }

  function forget() {
    memory = kind.empty();
    trouble = "";
  }

  return { read: read, keep: keep, forget: forget, trouble: function () { read(); return trouble; } };
}
