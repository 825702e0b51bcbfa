// What a page can do beyond being read: large print, a photo large, share, print, cite; and the worker that keeps what
// was read for when there is no network. Every page reads whole without it.
(() => {
  "use strict";

  document.documentElement.classList.replace("no-js", "js");

  // By day, by night, or as the machine has it: three radio buttons of Material's, each with a label that leads to the next.
  // The choice is kept where Material's inline script looks for it before a page is painted.
  const choices = [...document.querySelectorAll("input[name='__palette']")];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = __md_get("__palette");
  let chosen = choices[kept ? kept.index : 0] || choices[0];

  function paint() {
    const media = chosen.dataset.mdColorMedia;
    const now = media === "(prefers-color-scheme)" ? choices[dark.matches ? 2 : 1] : chosen;
    for (const part of ["Scheme", "Primary", "Accent"])
      document.body.dataset[`mdColor${part}`] = now.dataset[`mdColor${part}`];
    document.body.dataset.mdColorMedia = media;
    for (const choice of choices) choice.nextElementSibling.hidden = choice !== chosen;
  }

  function choose(choice) {
    chosen = choice;
    paint();
    const {
      mdColorMedia: media,
      mdColorScheme: scheme,
      mdColorPrimary: primary,
      mdColorAccent: accent,
    } = chosen.dataset;
    __md_set("__palette", { index: choices.indexOf(chosen), color: { media, scheme, primary, accent } });
  }

  if (choices.length) {
    chosen.checked = true;
    paint();
    dark.addEventListener("change", paint);
    for (const choice of choices) {
      choice.addEventListener("change", () => choose(choice));
      choice.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        const next = choices[(choices.indexOf(chosen) + 1) % choices.length];
        next.click();
        next.focus();
      });
    }
  }

  // Code that is wider than its box can be moved by keyboard too.
  for (const code of document.querySelectorAll("pre > code")) {
    new ResizeObserver(() => {
      if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
      else code.removeAttribute("tabindex");
    }).observe(code);
  }
})();

(() => {
  "use strict";

  const manifest = document.querySelector("link[rel=manifest]");
  const root = new URL(".", manifest.href);

  const size = document.querySelector("[data-dv-size]");
  if (size) {
    const page = document.documentElement;
    size.hidden = false;
    const show = () => size.setAttribute("aria-pressed", page.classList.contains("dv-large-print"));
    size.addEventListener("click", () => {
      const isLarge = page.classList.toggle("dv-large-print");
      show();
      try {
        if (isLarge) localStorage.setItem(`${root.pathname}.chu-lon`, "1");
        else localStorage.removeItem(`${root.pathname}.chu-lon`);
      } catch {
        // The device remembers nothing: it holds for this page.
      }
    });
    show();
  }

  const dialog = document.querySelector("dialog.dv-large");
  const links = [...document.querySelectorAll("a[data-dv-large]")];
  let shown = -1;

  function show(place) {
    shown = (place + links.length) % links.length;
    const link = links[shown];
    const small = link.querySelector("img");
    const caption = dialog.querySelector("p");
    const large = dialog.querySelector("img") || dialog.insertBefore(new Image(), caption);
    large.src = link.href;
    large.alt = small.alt;
    for (const side of ["width", "height"]) large.setAttribute(side, small.getAttribute(side));
    caption.textContent = link.closest("figure").querySelector("figcaption").textContent.trim();
  }

  if (dialog?.showModal) {
    links.forEach((link, place) => {
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        show(place);
        dialog.showModal();
      });
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") show(shown + 1);
      if (event.key === "ArrowLeft") show(shown - 1);
    });
  }

  for (const button of document.querySelectorAll("[data-dv-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  for (const button of document.querySelectorAll("[data-dv-share]")) {
    const canShare = Boolean(navigator.share);
    if (!canShare && !navigator.clipboard) continue;
    button.hidden = false;
    button.textContent = canShare ? "Chia sẻ" : "Sao chép địa chỉ";
    button.addEventListener("click", async () => {
      const address = location.href.split("#")[0];
      try {
        if (canShare) await navigator.share({ title: document.title, url: address });
        else {
          await navigator.clipboard.writeText(address);
          button.textContent = "Đã sao chép";
        }
      } catch {
        // The reader closed the sheet: nothing to tell.
      }
    });
  }

  for (const button of document.querySelectorAll("[data-dv-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const words = document.querySelector("[data-dv-citation]").textContent.trim();
      try {
        await navigator.clipboard.writeText(`${words}, ${location.href.split("#")[0]}`);
        button.textContent = "Đã sao chép trích dẫn";
      } catch {
        // The browser does not let us: the citation stands on the page.
      }
    });
  }

  /** Has the worker in place where the site wants one, and away where it wants none; a worker that is new takes in this page. */
  async function settleWorker() {
    const workers = navigator.serviceWorker;
    if (manifest.dataset.dvOffline === "false") {
      const left = await workers.getRegistration(root);
      if (left && left.scope === root.href) await left.unregister();
      const shelves = (await caches.keys()).filter((name) => name.startsWith(`dv:${root.pathname}:`));
      await Promise.all(shelves.map((name) => caches.delete(name)));
      return;
    }
    await workers.register(new URL("sw.js", root), { updateViaCache: "none" });
    // Not whether there is a controller now: a worker that was started by the page before may have come while this one loaded.
    if (performance.getEntriesByType("navigation")[0]?.workerStart) return;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    (await workers.ready).active.postMessage({ keep: [location.href, ...loaded] });
  }

  if (manifest.dataset.dvOffline && navigator.serviceWorker) {
    addEventListener("load", () => setTimeout(() => settleWorker().catch(() => 0), 500));
  }
})();
