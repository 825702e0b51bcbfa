// What a page can do beyond being read: change its scheme, show a photo large, share, print. Every page reads whole without it.
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
    for (const part of ["Scheme", "Primary", "Accent"]) document.body.dataset[`mdColor${part}`] = now.dataset[`mdColor${part}`];
    document.body.dataset.mdColorMedia = media;
    for (const choice of choices) choice.nextElementSibling.hidden = choice !== chosen;
  }

  function choose(choice) {
    chosen = choice;
    paint();
    const { mdColorMedia: media, mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = chosen.dataset;
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

  if (dialog && dialog.showModal) {
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
})();
