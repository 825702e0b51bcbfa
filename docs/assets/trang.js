// What a page can do beyond being read: large print, a photo large, share, print, cite; and the worker that keeps what
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

  // Under keys of this site's own path, for an origin may have several sites. Where cookies are blocked, merely to touch the
  // store throws.
  function recall(name) {
    try {
      return localStorage.getItem(`${root.pathname}.${name}`);
    } catch {
      return null;
    }
  }

  /** Keeps a choice, and says so where the device does not take it. */
  function remember(name, value) {
    let sentence = "";
    try {
      localStorage.setItem(`${root.pathname}.${name}`, value);
    } catch {
      sentence = "Trình duyệt không ghi nhớ được lựa chọn này, nên nó chỉ có trên trang đang mở.";
    }
    document.querySelector("[data-dv-not-kept]")?.replaceChildren(sentence);
  }

  // --- By day or by night -------------------------------------------------------------------------------------------

  // Three radio buttons of Material's, each with a label that leads to the next: by day, by night, or as the machine has it.
  // An inline script of the header looks for the choice before a page is painted.
  function scheme() {
    const choices = [...document.querySelectorAll("input[name='__palette']")];
    const named = (name) => choices.find((choice) => nameOf(choice) === name);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    if (!choices.length) return;
    let chosen = named(recall("nen") || takenOver()) || choices[0];

    function paint() {
      const now = nameOf(chosen) === "auto" ? named(dark.matches ? "dark" : "light") : chosen;
      for (const part of ["Scheme", "Primary", "Accent"])
        document.body.dataset[`mdColor${part}`] = now.dataset[`mdColor${part}`];
      document.body.dataset.mdColorMedia = chosen.dataset.mdColorMedia;
      for (const choice of choices) choice.nextElementSibling.hidden = choice !== chosen;
    }

    chosen.checked = true;
    paint();
    dark.addEventListener("change", paint);
    for (const choice of choices) {
      choice.addEventListener("change", () => {
        chosen = choice;
        paint();
        remember("nen", nameOf(choice));
      });
      choice.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        const next = choices[(choices.indexOf(chosen) + 1) % choices.length];
        next.click();
        next.focus();
      });
    }
  }

  const nameOf = (choice) => /light|dark/.exec(choice.dataset.mdColorMedia)?.[0] || "auto";

  /** Takes over, once, what was chosen when that was still kept at the root of the origin, where other sites keep theirs. */
  function takenOver() {
    try {
      const [name] = /light|dark/.exec(JSON.parse(localStorage.getItem("/.__palette")).color.media);
      localStorage.setItem(`${root.pathname}.nen`, name);
      return name;
    } catch {
      return ""; // there is none, or another's
    }
  }

  // --- Reading ------------------------------------------------------------------------------------------------------

  function largePrint() {
    const size = document.querySelector("[data-dv-size]");
    if (!size) return;
    const show = () => size.setAttribute("aria-pressed", page.classList.contains("dv-large-print"));
    size.addEventListener("click", () => {
      const isLarge = page.classList.toggle("dv-large-print");
      show();
      remember("chu-lon", isLarge ? "1" : "");
    });
    show();
    size.hidden = false;
  }

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
          // The reader closed the sheet; where copying was refused, the address stands in the browser.
          if (!canShare) button.textContent = "Chưa sao chép được";
        }
      });
    }
  }

  function citing() {
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll("[data-dv-copy]")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const words = document.querySelector("[data-dv-citation]").textContent.trim();
        try {
          await navigator.clipboard.writeText(`${words}, ${location.href.split("#")[0]}`);
          button.textContent = "Đã sao chép trích dẫn";
        } catch {
          button.textContent = "Chưa sao chép được"; // the citation stands on the page
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

  begin(scheme, largePrint, wideCode, largePhotos, printing, sharing, citing, sayWhatIsMissing, offline);
})();
