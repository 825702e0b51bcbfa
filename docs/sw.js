// The worker keeps what was read on this device for when there is no network. Whoever has a network reads what the host has
// today: pages come from there first. What is named by its content, pictures, styles and scripts, comes from here
// first. All of it is bounded, the oldest goes first; of the search and the open data nothing is kept.
"use strict";

const ROOT = new URL("./", self.location).href;
const MINE = `dv:${new URL(ROOT).pathname}:`;
const EDITION = 1; // another one where the shelves are arranged differently: those of before are then removed
const MOST = { page: 60, picture: 150, asset: 90 };
const GROUND = "ground"; // the page that stands where another could not come, with what it needs
const OFFLINE = `${ROOT}ngoai-mang/`;
const DAY = 86_400_000;

const shelf = (kind) => `${MINE}${EDITION}:${kind}`;
const bare = (address) => address.split(/[?#]/)[0];

/** Tells what a request is for: page, picture, asset, or "" where it is none of our business. */
function kindOf(request) {
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.headers.has("range")) return "";
  if (request.mode === "navigate") return "page";
  const path = bare(request.url).slice(ROOT.length);
  if (/^(?:anh|bia)\//.test(path)) return "picture";
  if (/^assets\//.test(path) || path === "manifest.webmanifest") return "asset";
  if (/^(?:tim|du-lieu)\//.test(path)) return "";
  return path === "" || path.endsWith("/") || path.endsWith(".html") ? "page" : "";
}

/** Tells whether a file's name changes with its content: pictures, styles and scripts; once the latter were `….min.css`. */
const isLasting = (address) =>
  address.startsWith(`${ROOT}anh/`) || /\.[0-9a-f]{8,10}(?:\.min)?\.(?:css|js)$/.test(bare(address));

async function kept(kind, address) {
  for (const cacheName of [shelf(kind), shelf(GROUND)]) {
    const found = await caches.match(bare(address), { cacheName, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** Puts an answer on its shelf and takes the oldest off; what the host has no more goes. */
async function remember(kind, address, answered) {
  const cache = await caches.open(shelf(kind));
  if (answered.status === 404 || answered.status === 410) await cache.delete(bare(address));
  if (!answered.ok || answered.type !== "basic" || answered.redirected) return;
  if (kind === "page" && !(answered.headers.get("content-type") || "").startsWith("text/html")) return;
  await cache.put(bare(address), answered);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST[kind])).map((oldest) => cache.delete(oldest)));
}

async function fromNetwork(event, kind) {
  const answered = (await event.preloadResponse) || (await fetch(event.request));
  const copy = answered.clone();
  event.waitUntil(remember(kind, event.request.url, copy).catch(() => 0)); // the device may be full
  return answered;
}

async function answer(event, kind) {
  const { url, mode } = event.request;
  const found = isLasting(url) && mode !== "navigate" ? await kept(kind, url) : undefined;
  if (found) return found;
  try {
    const answered = await fromNetwork(event, kind);
    if (mode === "navigate") event.waitUntil(layGround().catch(() => 0));
    return answered;
  } catch {
    const last =
      (await kept(kind, url)) ||
      (mode === "navigate" && ((await kept("picture", url)) || (await kept(GROUND, OFFLINE))));
    return last || Response.error();
  }
}

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
  await Promise.all(parts.map((part) => cache.add(part)));
  const headers = { "content-type": "text/html; charset=utf-8", "x-laid": String(Date.now()) };
  await cache.put(OFFLINE, new Response(text, { headers }));
  const wanted = new Set([OFFLINE, ...parts]);
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

/** Takes in what a page had loaded before there was a worker; it lies in the browser's own store still. */
async function takeIn(addresses) {
  for (const address of addresses.slice(0, MOST.page)) {
    if (typeof address !== "string") continue;
    const request = new Request(address, { cache: "force-cache" });
    const kind = kindOf(request);
    if (kind) await remember(kind, request.url, await fetch(request)).catch(() => 0);
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
    await self.registration.navigationPreload?.enable();
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
