// What a page can do beyond being read: show a photo large, share, print. Every page reads whole without it.
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
