/* Keeps this language on the device, when the reader asks for it: every file of offline/files.json
   goes into a cache of its edition, checked by its hash; what an earlier edition has is taken from
   there. Then the service worker is registered, and the earlier edition goes. service-worker.js
   says what the caches are called. Before the reader asks, nothing is fetched or registered. */
(function () {
  "use strict";
  var root = document.getElementById("offline");
  if (!root) return;
  var scope = new URL("../", location.href.split(/[?#]/)[0]).href, prefix = "portal " + scope + " ", STATE = prefix + "state";
  var language = document.documentElement.lang, AT_A_TIME = 6, prompt = null;
  function find(selector) { return root.querySelector(selector); }
  function button(name) { return find("[data-do=" + name + "]"); }
  function words(key, values) {
    return root.getAttribute("data-say-" + key).replace(/\{(\w+)\}/g, function (all, name) { return name in (values || {}) ? values[name] : all; });
  }
  function say(key, values) { find("[data-said]").textContent = key ? words(key, values) : ""; }
  function more(text) { find("[data-more]").textContent = text; }
  function size(bytes) {
    var number = Math.max(bytes / 1e6, 0.1), form = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    // In Arabic the short form is a pair of letters that few people know.
    var unit = { style: "unit", unit: "megabyte", unitDisplay: language === "ar" ? "long" : "short" };
    try {
      return new Intl.NumberFormat(language + "-u-nu-latn", Object.assign(unit, form)).format(number);
    } catch (error) { return number.toFixed(1) + " MB"; /* An older browser knows no units. */ }
  }
  function show(name, visible, text) {
    button(name).hidden = !visible;
    if (text) button(name).textContent = text;
  }

  function fail(reason) {
    var error = new Error(reason);
    error.reason = reason;
    throw error;
  }
  async function get(file, mode) {
    var answer;
    try {
      answer = await fetch(scope + file, { cache: mode, headers: { "Portal-Download": "1" } });
    } catch (error) { fail("interrupted"); }
    if (!answer.ok) fail(answer.status === 404 ? "changed" : "interrupted");
    return answer;
  }
  async function newestList() { return (await get("offline/files.json", "no-store")).json(); }
  async function listOf(cache) {
    var found = await cache.match(scope + "offline/files.json");
    return found ? found.json() : null;
  }
  async function edition() {
    if (!await caches.has(STATE)) return "";
    var found = await (await caches.open(STATE)).match(scope + "edition");
    return found ? found.text() : "";
  }
  async function ourCaches() {
    return (await caches.keys()).filter(function (name) { return name.indexOf(prefix) === 0 && name !== STATE; });
  }

  /* Where each hash is found already: [cache, file]. Also of a download that was broken off. */
  async function known() {
    var places = new Map();
    for (var name of await ourCaches()) {
      var cache = await caches.open(name), list = await listOf(cache), have = new Set();
      (await cache.keys()).forEach(function (request) { have.add(request.url); });
      Object.keys(list ? list.files : {}).forEach(function (file) {
        if (have.has(scope + file)) places.set(list.files[file][0], [cache, file]);
      });
    }
    return places;
  }
  function missing(list, places) {
    return Object.keys(list.files).filter(function (file) { return !places.has(list.files[file][0]); });
  }
  function sum(list, files, place) {
    return files.reduce(function (total, file) { return total + list.files[file][place]; }, 0);
  }

  async function fetchFile(cache, file, hash) {
    // The server may hold a newer edition by now: a half of each would be no edition.
    var answer = await get(file, "no-cache"), bytes = await answer.clone().arrayBuffer();
    var digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    var hex = Array.prototype.map.call(digest, function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
    if (hex !== hash) fail("changed");
    // Many servers send from "x/index.html" to "x/". No browser opens a page that was kept with the mark of that.
    var plain = answer.redirected ? new Response(bytes, { headers: { "Content-Type": answer.headers.get("Content-Type") || "" } }) : answer;
    await cache.put(scope + file, plain);
  }

  async function download(list) {
    var places = await known(), files = Object.keys(list.files), done = 0, waiting = files.slice();
    var room = navigator.storage && navigator.storage.estimate ? await navigator.storage.estimate() : null;
    var needed = sum(list, missing(list, places), 1);
    if (room && room.quota - room.usage < needed) fail("full");
    var cache = await caches.open(prefix + list.edition);
    await cache.put(scope + "offline/files.json", new Response(JSON.stringify(list), { headers: { "Content-Type": "application/json" } }));
    async function work() {
      for (var file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        var hash = list.files[file][0], place = places.get(hash), copy = place && await place[0].match(scope + place[1]);
        if (!copy) await fetchFile(cache, file, hash);
        else if (!await cache.match(scope + file)) await cache.put(scope + file, copy);
        done += 1;
        progress(done, files.length);
      }
    }
    var workers = [];
    while (workers.length < AT_A_TIME) workers.push(work());
    try {
      await Promise.all(workers);
    } finally {
      waiting.length = 0;
    }
  }

  function progress(done, files) {
    find("[data-progress-line]").hidden = done === files;
    find("progress").max = files;
    find("progress").value = done;
    document.getElementById("offline-working").textContent = words("working", { done: done, files: files });
  }

  async function keep() {
    show("keep", false);
    show("remove", false);
    say("");
    more("");
    try {
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
      var list = await newestList(), name = prefix + list.edition;
      await download(list);
      await navigator.serviceWorker.register(scope + "service-worker.js", { scope: scope });
      await navigator.serviceWorker.ready;
      var state = await caches.open(STATE);
      await state.put(scope + "edition", new Response(list.edition));
      await state.put(scope + "newest", new Response(list.edition));
      for (var other of await ourCaches()) if (other !== name) await caches.delete(other);
      showKept(list, list);
    } catch (error) {
      show("keep", true);
      show("remove", Boolean(await edition()));
      find("[data-progress-line]").hidden = true;
      say(error.reason || (error.name === "QuotaExceededError" ? "full" : "refused"), { size: size(Number(root.dataset.bytes)) });
    }
  }

  async function remove() {
    var registration = await navigator.serviceWorker.getRegistration(scope);
    if (registration) await registration.unregister();
    for (var name of await ourCaches()) await caches.delete(name);
    await caches.delete(STATE);
    find("[data-home-screen]").hidden = true;
    show("install", false);
    showOffer();
    say("removed");
  }

  function showOffer() {
    var sizes = { size: size(Number(root.dataset.bytes)), transfer: size(Number(root.dataset.transfer)) };
    show("remove", false);
    show("keep", true, words("keep", { size: sizes.transfer }));
    say("");
    more(words("size", sizes));
  }
  /* What is kept, and, as far as there is a connection, what a newer edition would bring. */
  async function showKept(list, newest) {
    say("kept");
    show("remove", true);
    show("keep", false);
    find("[data-home-screen]").hidden = false;
    offerInstalling();
    var date = list.state ? words("state", { date: list.state }) : "", state = date && date + " · ";
    more(date);
    try {
      newest = newest || await newestList();
    } catch (error) {
      more(state + words("not-looked"));
      return;
    }
    var fresh = newest.edition === list.edition ? [] : missing(newest, await known());
    more(state + (newest.edition === list.edition ? words("latest") : words("newer", { files: fresh.length })));
    show("keep", newest.edition !== list.edition, words("renew", { size: size(sum(newest, fresh, 2)) }));
  }

  /* Only now: a browser fetches the manifest of every page that names one. */
  function offerInstalling() {
    if (document.querySelector("link[rel=manifest]")) return;
    var link = document.createElement("link");
    link.rel = "manifest";
    link.href = scope + "manifest.webmanifest";
    document.head.append(link);
  }
  addEventListener("beforeinstallprompt", function (event) {
    event.preventDefault();
    prompt = event;
    show("install", true);
  });

  root.addEventListener("click", function (event) {
    var pressed = event.target.closest("[data-do]");
    if (!pressed) return;
    if (pressed.dataset.do === "keep") keep();
    else if (pressed.dataset.do === "remove") remove();
    else if (prompt) prompt.prompt();
  });

  async function start() {
    if (location.protocol === "file:") return say("disk");
    try {
      // Within the try: where storage is switched off, naming it is an error.
      if (!("serviceWorker" in navigator) || !window.caches || !window.crypto || !crypto.subtle) return say("refused");
      var kept = await edition(), cache = kept && await caches.has(prefix + kept) ? await caches.open(prefix + kept) : null;
      var list = cache && await listOf(cache);
      if (list) await showKept(list);
      else showOffer();
    } catch (error) { say("refused"); }
  }
  start();
})();
