// Shows what changes while the page is open: a new page is loaded in place of the old, news of problems go into the bar.
// A page that nobody sees does not listen, since a browser keeps six connections to one host for all of its tabs.
(() => {
  "use strict";

  const { page, bar } = document.currentScript.dataset;
  const foot = document.getElementById("xem-truoc");
  let source = null;
  let barMark = bar;

  function listen() {
    if (source || document.hidden) return;
    const query = new URLSearchParams({ trang: decodeURIComponent(location.pathname), dau: page, thanh: barMark });
    source = new EventSource(`/_xem-truoc/nghe?${query}`);
    source.addEventListener("trang", () => {
      leave();
      location.reload();
    });
    source.addEventListener("thanh", (event) => {
      const news = JSON.parse(event.data);
      barMark = news.mark;
      foot.innerHTML = news.html; // written and escaped by the preview itself
      foot.hidden = !news.html;
    });
  }

  function leave() {
    if (source) source.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", listen);
  listen();
})();
