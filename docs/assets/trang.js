// What a page can do beyond being read: look otherwise, a photo large, share, print, cite; and the worker that keeps what
// was read for when there is no network. Every page reads whole without it.
(() => {
  "use strict";

  const page = document.documentElement;
  const manifest = document.querySelector("link[rel=manifest]");
  const root = new URL(".", manifest.href);

  page.classList.replace("no-js", "js");

  /** Begins each part behind a fence of its own: where one cannot, all others do. */
  function begin(...parts) {
    for (const part of parts) {
      try {
        part();
      } catch (error) {
        console.error(error);
      }
    }
  }

  // --- What is remembered -------------------------------------------------------------------------------------------

  /** Keeps a choice under a key of this site's own path, for an origin may have several sites; says so where the device does not take it. */
  function remember(name, value) {
    let sentence = "";
    try {
      localStorage.setItem(`${root.pathname}.${name}`, value);
    } catch {
      sentence = "Trình duyệt không ghi nhớ được lựa chọn này, nên nó chỉ có trên trang đang mở.";
    }
    document.querySelector("[data-dv-not-kept]")?.replaceChildren(sentence);
  }

  // --- How the reader wants to see the site ---------------------------------------------------------------------------

  // When what is of the night applies. What was chosen is there before a page is painted: an inline script of its head sees to it.
  const NIGHT = { "": "screen and (prefers-color-scheme: dark)", light: "not all", dark: "screen" };

  /** Shows in the menu's switches how the page looks, and has it look and stay as they are set. */
  function switches() {
    const view = document.querySelector("[data-dv-view]");
    const ofTheNight = document.querySelectorAll("[data-dv-dark]");
    for (const box of view.querySelectorAll("[type=checkbox]")) {
      box.checked = page.classList.contains(box.value);
      box.addEventListener("change", () => {
        page.classList.toggle(box.value, box.checked);
        remember(box.name, box.checked ? "1" : "0");
      });
    }
    for (const radio of view.querySelectorAll("[name=nen]")) {
      radio.checked = ofTheNight[0].getAttribute("media") === NIGHT[radio.value];
      radio.addEventListener("change", () => {
        for (const part of ofTheNight) part.setAttribute("media", NIGHT[radio.value]);
        remember("nen", radio.value);
      });
    }
    view.hidden = false;
    view.closest("[data-dv-menu]").classList.add("dv-menu--ready");
  }

  /** Closes the menu when the reader leaves it: by Escape, by a touch beside it, by Tab. */
  function menu() {
    const menu = document.querySelector("[data-dv-menu]");
    for (const way of ["pointerdown", "focusin"]) {
      document.addEventListener(way, ({ target }) => {
        if (!menu.contains(target)) menu.open = false;
      });
    }
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  // --- Reading ------------------------------------------------------------------------------------------------------

  /** Lets code that is wider than its box be moved by keyboard too. */
  function wideCode() {
    for (const code of document.querySelectorAll("pre > code")) {
      new ResizeObserver(() => {
        if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
        else code.removeAttribute("tabindex");
      }).observe(code);
    }
  }

  function largePhotos() {
    const dialog = document.querySelector("dialog.dv-large");
    const links = [...document.querySelectorAll("a[data-dv-large]")];
    if (!dialog?.showModal) return;
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

    links.forEach((link, place) => {
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        show(place);
        dialog.showModal();
        page.classList.add("dv-still");
      });
    });
    dialog.addEventListener("close", () => page.classList.remove("dv-still"));
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") show(shown + 1);
      if (event.key === "ArrowLeft") show(shown - 1);
    });
  }

  // --- Passing on ---------------------------------------------------------------------------------------------------

  function printing() {
    for (const button of document.querySelectorAll("[data-dv-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    }
  }

  function sharing() {
    const canShare = Boolean(navigator.share);
    if (!canShare && !navigator.clipboard) return;
    for (const button of document.querySelectorAll("[data-dv-share]")) {
      const text = button.dataset.dvShare;
      button.hidden = false;
      button.textContent = canShare ? "Chia sẻ" : "Sao chép để gửi";
      button.addEventListener("click", async () => {
        const url = location.href.split("#")[0];
        try {
          if (canShare) await navigator.share({ title: document.title, text, url });
          else {
            await navigator.clipboard.writeText(`${text}\n${url}`);
            button.textContent = "Đã sao chép";
          }
        } catch {
          // The reader closed the sheet; where copying was refused, the address stands in the browser.
          if (!canShare) button.textContent = "Chưa sao chép được";
        }
      });
    }
    // Whoever has a sheet for sharing has Zalo and Facebook in it.
    for (const links of document.querySelectorAll("[data-dv-pass]")) links.hidden = canShare;
  }

  /** Has buttons copy what stands in a field or in the text; without them it can be marked by hand. */
  function copying() {
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll("[data-dv-copy]")) {
      const from = document.getElementById(button.dataset.dvCopy);
      button.hidden = false;
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(from.value ?? from.textContent.trim());
          button.textContent = "Đã sao chép";
        } catch {
          button.textContent = "Chưa sao chép được";
          from.select?.();
        }
      });
    }
  }

  // --- The page's own script, and the worker ------------------------------------------------------------------------

  /** Says what a script of the page would have taken away when it had begun: the script could not be loaded, or not be read. */
  function sayWhatIsMissing() {
    addEventListener("load", () => {
      for (const note of document.querySelectorAll("[data-dv-no-script]")) note.hidden = false;
    });
  }

  function offline() {
    if (!manifest.dataset.dvOffline || !navigator.serviceWorker) return;
    addEventListener("load", () => setTimeout(() => settleWorker().catch(() => 0), 500));
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

  begin(switches, menu, wideCode, largePhotos, printing, sharing, copying, sayWhatIsMissing, offline);
})();
