// The worker keeps what was read on this device for when there is no network. Whoever has a network reads what the host has
// today: pages come from there first, and what is kept stands in for a host that is silent, unreachable or in trouble, with a
// line that says how old it is. What is named by its content, pictures, styles, scripts and pieces of the search, comes from
// here first. All of it is bounded, the oldest goes first; of the open data and the checker nothing is kept.
"use strict";

const ROOT = new URL("./", self.location).href;
const MINE = `dv:${new URL(ROOT).pathname}:`;
const EDITION = 1; // another one where the shelves are arranged differently: those of before are then removed
const MOST = { page: 60, picture: 150, asset: 90, search: 60 };
const GROUND = "ground"; // the page that stands where another could not come, with what it needs
const OFFLINE = `${ROOT}ngoai-mang/`;
const DAY = 86_400_000;
const PATIENCE = 4000; // milliseconds that a reader waits for the host's answer to begin
const SILENCE = 60_000; // for how long a host that gave none is not waited for again by what a page shows
const KEPT_AT = "x-dv-kept";

const shelf = (kind) => `${MINE}${EDITION}:${kind}`;
/** The address that something is kept by: however a page was asked for, by its file or from a link of somebody's campaign. */
const bare = (address) => address.split(/[?#]/)[0].replace(/\/index\.html$/, "/");

/** Tells what a request is for: page, picture, asset, search, or "" where it is none of our business. */
function kindOf(request) {
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.headers.has("range")) return "";
  if (request.mode === "navigate") return "page";
  const path = bare(request.url).slice(ROOT.length);
  if (/^(?:anh|bia)\//.test(path)) return "picture";
  if (/^assets\//.test(path) || path === "manifest.webmanifest") return "asset";
  if (/^tim\//.test(path)) return "search";
  if (/^(?:du-lieu|kiem-tra)\//.test(path)) return "";
  return path === "" || path.endsWith("/") || path.endsWith(".html") ? "page" : "";
}

/**
 * Tells whether a file's name changes with its content: pictures, pieces of the search, styles and scripts, once the latter
 * were `….min.css`.
 */
function isLasting(address) {
  const path = bare(address).slice(ROOT.length);
  return (
    path.startsWith("anh/") || path.startsWith("tim/manh/") || /\.[0-9a-f]{8,10}(?:\.min)?\.(?:css|js)$/.test(path)
  );
}

// --- What is kept ---------------------------------------------------------------------------------------------------

/** Finds what is kept; a store that cannot be read holds nothing, and takes no page along. */
async function kept(kind, address) {
  try {
    for (const cacheName of [shelf(kind), shelf(GROUND)]) {
      const found = await caches.match(bare(address), { cacheName, ignoreVary: true });
      if (found) return found;
    }
  } catch {
    // Told by what follows from it: the host's answer is all there is.
  }
  return undefined;
}

/** Puts an answer on its shelf and takes the oldest off; what the host has no more, or may not show, goes. */
async function remember(kind, address, answered) {
  // What names the pieces of an edition is the host's alone to tell; what comes instead of a piece is not kept for it.
  const type = answered.headers.get("content-type") || "";
  if (kind === "search" && !(isLasting(address) && type.includes("json"))) return;
  const cache = await caches.open(shelf(kind));
  if ([404, 410, 451].includes(answered.status)) await cache.delete(bare(address));
  if (!answered.ok || answered.type !== "basic" || answered.redirected) return;
  if (kind === "page" && !type.startsWith("text/html")) return;
  await cache.put(bare(address), kind === "page" ? stamped(answered) : answered);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST[kind])).map((oldest) => cache.delete(oldest)));
}

/** Notes on an answer when it came. */
function stamped(answered) {
  const headers = new Headers(answered.headers);
  headers.set(KEPT_AT, String(Date.now()));
  return new Response(answered.body, { headers });
}

/** Gives a kept page with a line that says how old it is, in looks that pages of any edition know. */
async function withAge(found) {
  const line = `<div class="dv-page dv-age"><p class="dv-note">Bản đã lưu trên máy${since(found)}; chưa tải được bản mới.</p></div>`;
  const headers = new Headers(found.headers); // with the page's policy
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set("content-type", "text/html; charset=utf-8");
  const text = await found.text();
  return new Response(
    text.replace(/<[^>]* id="chinh"[^>]*>/, (main) => main + line),
    { headers },
  );
}

/** Says when a page was kept, as it is said in Vietnam; what an earlier worker kept has the host's own date at most. */
function since({ headers }) {
  const day = new Date(Number(headers.get(KEPT_AT)) || headers.get("date") || Number.NaN);
  if (Number.isNaN(day.getTime())) return "";
  const two = (number) => String(number).padStart(2, "0");
  const date = [two(day.getDate()), two(day.getMonth() + 1), day.getFullYear()].join("/");
  return ` lúc ${two(day.getHours())}:${two(day.getMinutes())} ngày ${date}`;
}

// --- An answer ------------------------------------------------------------------------------------------------------

async function fromNetwork(event, kind) {
  const answered = (await event.preloadResponse) || (await fetch(event.request));
  const copy = answered.clone();
  event.waitUntil(remember(kind, event.request.url, copy).catch(() => 0)); // the device may be full
  if (event.request.mode === "navigate" && answered.ok) event.waitUntil(layGround().catch(() => 0));
  return answered;
}

let silentAt = 0;
const patienceFor = (kind) => (/asset|picture/.test(kind) && Date.now() - silentAt < SILENCE ? 0 : PATIENCE);

async function answer(event, kind) {
  const { url, mode, cache } = event.request;
  const found = isLasting(url) && mode !== "navigate" && cache !== "reload" ? await kept(kind, url) : undefined;
  if (found) return found;
  const network = fromNetwork(event, kind);
  const failed = network.catch(() => undefined);
  event.waitUntil(failed); // what comes late is kept all the same
  if (mode === "navigate" && (await isWithoutSlash(url))) return Response.redirect(withSlash(url));
  const answered = await Promise.race([failed, new Promise((late) => setTimeout(late, patienceFor(kind)))]);
  silentAt = answered ? 0 : Date.now();
  if (answered && answered.status < 500) return answered;
  return (await inItsPlace(kind, url, mode)) || atLast(network, mode); // the search has a patience of its own
}

/** Gives what is kept of this address for what the host did not give. */
async function inItsPlace(kind, url, mode) {
  const found = await kept(kind, url);
  if (found) return kind === "page" ? withAge(found) : found;
  return mode === "navigate" ? kept("picture", url) : undefined;
}

/** Waits for the host as long as it takes, since there is nothing else; where it cannot be reached, the page that says so. */
async function atLast(network, mode) {
  try {
    return await network;
  } catch {
    return (mode === "navigate" && (await kept(GROUND, OFFLINE))) || Response.error();
  }
}

/** Tells whether a page is kept by this address with its final slash; below it alone what the page refers to is found. */
const isWithoutSlash = async (url) => !bare(url).endsWith("/") && Boolean(await kept("page", `${bare(url)}/`));
const withSlash = (url) => `${bare(url)}/${url.slice(bare(url).length)}`;

/** Fetches the page for no network with what it needs, once a day. It will stand at any address: its ways are made absolute. */
async function layGround() {
  const cache = await caches.open(shelf(GROUND));
  const before = await cache.match(OFFLINE);
  if (before && Date.now() - Number(before.headers.get("x-laid")) < DAY) return;
  const answered = await fetch(OFFLINE);
  if (!answered.ok || answered.redirected) return;
  const path = new URL(ROOT).pathname;
  const text = (await answered.text()).replace(/((?:href|src|action)=")\.\.(?:\/|(?="))/g, `$1${path}`);
  const parts = [...text.matchAll(/(?:href|src)="([^"]+\.(?:css|js|svg))"/g)].map(
    (part) => new URL(part[1], ROOT).href,
  );
  await Promise.allSettled(parts.map((part) => cache.add(part))); // one that is missing takes no other along
  const headers = { "content-type": "text/html; charset=utf-8", "x-laid": String(Date.now()) };
  await cache.put(OFFLINE, new Response(text, { headers }));
  const wanted = new Set([OFFLINE, ...parts]);
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

/** Takes in what a page had loaded before there was a worker; it lies in the browser's own store still. */
async function takeIn(addresses) {
  for (const address of addresses.slice(0, MOST.page)) {
    try {
      const request = new Request(address, { cache: "force-cache" });
      const kind = kindOf(request);
      if (kind) await remember(kind, request.url, await fetch(request));
    } catch {
      // No address, no network or no room: the next may come.
    }
  }
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(layGround().catch(() => 0));
});

self.addEventListener("activate", (event) => {
  const ready = async () => {
    const left = (await caches.keys()).filter(
      (name) => name.startsWith(MINE) && !name.startsWith(`${MINE}${EDITION}:`),
    );
    await Promise.all(left.map((name) => caches.delete(name)));
    // A page need not wait until the worker has woken up.
    await self.registration.navigationPreload?.enable().catch(() => 0);
    await self.clients.claim();
  };
  event.waitUntil(ready());
});

self.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(takeIn(event.data.keep).catch(() => 0));
});

self.addEventListener("fetch", (event) => {
  const kind = kindOf(event.request);
  if (kind) event.respondWith(answer(event, kind));
});
