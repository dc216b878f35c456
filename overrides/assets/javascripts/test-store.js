/* What this browser keeps of a learner's tests. localStorage "portal.tests" holds
     {"version": 1, "tracks": {"waste": {
       "pre": {"draw": "1f0c9a2e", "day": "2027-03-01", "right": "1001"}, "post": …,
       "draft": {"test": "post", "draw": "1f0c9a2e", "given": [[0], [], [1, 2], [1]]}}}}
   `draft` is a test that was begun: options by their place on the module's page. The button that
   deletes all (progress.js) deletes this, too. */
var portalTestStore = (function () {
  "use strict";
  var TRACK = /^[a-z0-9-]{1,40}$/, DRAW = /^[0-9a-f]{8}$/, DAY = /^\d{4}-\d\d-\d\d$/, RIGHT = /^[01]{1,80}$/;

  function isObject(value) { return value !== null && typeof value === "object" && !Array.isArray(value); }
  function is(pattern, value) { return typeof value === "string" && pattern.test(value); }
  function isTest(test) {
    return test === undefined || (isObject(test) && is(DRAW, test.draw) && is(DAY, test.day) && is(RIGHT, test.right));
  }
  function isDraft(draft) {
    return draft === undefined || (isObject(draft) && (draft.test === "pre" || draft.test === "post") && is(DRAW, draft.draw) &&
      Array.isArray(draft.given) && draft.given.length <= 80 && draft.given.every(function (places) {
        return Array.isArray(places) && places.length <= 20 && places.every(function (place) { return Number.isInteger(place) && place >= 0 && place < 20; });
      }));
  }
  function isState(state) {
    return isObject(state) && state.version === 1 && isObject(state.tracks) && Object.keys(state.tracks).every(function (track) {
      var kept = state.tracks[track];
      return TRACK.test(track) && isObject(kept) && isTest(kept.pre) && isTest(kept.post) && isDraft(kept.draft);
    });
  }

  var store = portalKeptState({
    name: "portal.tests", largest: 100000, fits: isState, empty: function () { return { version: 1, tracks: {} }; }
  });

  /* What is kept of a track: {pre, post, draft}, each undefined where there is nothing. */
  function get(track) {
    var tracks = store.read().tracks;
    return Object.prototype.hasOwnProperty.call(tracks, track) ? tracks[track] : {};
  }

  /* Keep what `changes` names of a track; undefined takes it away. */
  function keep(track, changes) {
    var state = store.read();
    state.tracks[track] = Object.assign({}, get(track), changes);
    store.keep(state);
  }

  document.addEventListener("portal:deleted", store.forget);

  return { get: get, keep: keep, trouble: store.trouble };
})();
