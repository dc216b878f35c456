/* Answers with the files of this language that the reader asked this browser to keep. It is
   registered by offline.js, after everything is here, and fetches nothing by itself but, once a
   day, the few bytes that name the newest edition.

   Caches of one language, at the address `scope`: "portal <scope> <edition>" holds the files of an
   edition and their list; "portal <scope> state" holds which edition counts, and when the newest
   was asked for. A cache that the state does not name is half a download. */
"use strict";
var scope = self.registration.scope, prefix = "portal " + scope + " ", STATE = prefix + "state";

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

async function read(name) {
  if (!await caches.has(STATE)) return "";
  var found = await (await caches.open(STATE)).match(scope + name);
  return found ? found.text() : "";
}

/* The file that an address names: without query and anchor, a folder's is its index. */
function fileOf(address) {
  var url = new URL(address);
  return url.origin + url.pathname + (url.pathname.slice(-1) === "/" ? "index.html" : "");
}

async function answer(request) {
  var edition = await read("edition");
  var cache = edition && await caches.has(prefix + edition) ? await caches.open(prefix + edition) : null;
  var kept = cache && await cache.match(fileOf(request.url));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    // A page that was not kept: the page that says what is, instead of the browser's own error.
    if (cache && request.mode === "navigate") return Response.redirect(scope + "offline/index.html");
    throw error;
  }
}

self.addEventListener("fetch", function (event) {
  var request = event.request;
  // What offline.js downloads must come from the server.
  if (request.method !== "GET" || request.url.indexOf(scope) !== 0 || request.headers.has("Portal-Download")) return;
  event.respondWith(answer(request));
});

/* A page asks whether there is a newer edition; portal.js shows it. */
self.addEventListener("message", function (event) {
  if (event.data === "newer?") event.waitUntil(tell(event.source));
});

async function tell(page) {
  var edition = await read("edition"), today = new Date().toISOString().slice(0, 10);
  if (!edition) return;
  var newest = await read("newest"), state = await caches.open(STATE);
  if (await read("asked") !== today) {
    try {
      var given = await fetch(scope + "offline/edition.txt", { cache: "no-store" });
      if (!given.ok) return;
      newest = (await given.text()).trim();
    } catch (error) { return; /* No network: tomorrow, or at the next page. */ }
    await state.put(scope + "newest", new Response(newest));
    await state.put(scope + "asked", new Response(today));
  }
  if (page && newest && newest !== edition) page.postMessage("newer");
}
