"""Opens pages as readers do, by phone and by desk, by day and by night, and writes down everything that goes wrong."""

from contextlib import contextmanager

_ICON = "bieu-tuong.svg"
_NO_WORKER = "Service Worker registration blocked by Playwright"
HEIGHTS = {360: 740, 1280: 900}
NARROWEST = 320

DARK = "matchMedia('(prefers-color-scheme: dark)').matches"

# Counts what moves while a page loads, and names it; a browser tells it only to those who asked before.
COUNT_SHIFTS = """
    window.__shift = 0;
    window.__moved = [];
    const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
    const called = (node) => node?.nodeName.toLowerCase() + (node?.className ? "." + node.className : "");
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue;
        window.__shift += entry.value;
        for (const { node, previousRect: was, currentRect: is } of entry.sources)
          window.__moved.push(`${called(node)} from ${box(was)} to ${box(is)}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
"""
# Until the page is drawn as it now is, and whoever follows its media has heard of them.
NEXT_FRAME = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
# In strides, as a reader goes, so that pictures that wait until they are nearly seen (1,250 px away) are loaded too.
# What a script of the page is still filling says so.
READ_ON = """async () => {
    const frame = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    while (document.querySelector("[aria-busy=true]")) await frame();
    for (let at = 0; at < document.documentElement.scrollHeight; at += 3000) { scrollTo(0, at); await frame(); }
    const shown = [...document.images].filter((image) => image.checkVisibility());
    await Promise.all(shown.map((image) => image.decode().catch(() => 0)));
    await frame();
}"""


class Reader:
    """Keeps one page for each view, since a new one costs as much as reading one."""

    def __init__(self, chromium):
        self._chromium = chromium
        self._pages = {}

    @contextmanager
    def opened(self, site, address, width=1280, scheme="light"):
        """Give (page, complaints) of an address that is loaded and read to its end; whoever is given it may resize it."""
        page, complaints = self._page(width, scheme, site.origin)
        complaints.clear()
        if page.viewport_size["width"] != width:
            resize(page, width)
        page.goto(site.url + address)
        page.evaluate(READ_ON)
        yield page, complaints

    def close(self):
        for page, _ in self._pages.values():
            page.context.close()

    def _page(self, width, scheme, origin):
        if (width, scheme, origin) not in self._pages:
            size = {"width": width, "height": HEIGHTS[width]}
            context = self._chromium.new_context(
                viewport=size, color_scheme=scheme, reduced_motion="reduce", service_workers="block"
            )
            context.add_init_script(COUNT_SHIFTS)
            page, complaints = context.new_page(), []
            watch(page, origin, complaints)
            self._pages[width, scheme, origin] = page, complaints
        return self._pages[width, scheme, origin]


def resize(page, width):
    """Have a page's screen as wide as this."""
    page.set_viewport_size({"width": width, "height": page.viewport_size["height"]})
    assert page.evaluate("innerWidth") == width


@contextmanager
def as_if(page, **media):
    """Have a page's reader ask for other media for a while: another scheme, few colours."""
    usual = {"color_scheme": "dark" if page.evaluate(DARK) else "light", "forced_colors": "none"}
    page.emulate_media(**media)
    page.evaluate(NEXT_FRAME)
    try:
        yield
    finally:
        page.emulate_media(**{name: usual[name] for name in media})


def watch(page, origin, complaints):
    """Write down into `complaints` what a page's console says, what it fails to load, whom else it asks; returns what ends it."""

    def note(is_wrong, sentence):
        if is_wrong:
            complaints.append(sentence)

    ours = f"{origin}/", "data:", "blob:"
    listeners = {
        "console": lambda said: note(
            said.type in {"error", "warning"} and said.text != _NO_WORKER, f"the console has a {said.type}: {said.text}"
        ),
        "pageerror": lambda error: note(True, f"a script fails: {error}"),  # noqa: FBT003 - it is wrong
        "request": lambda asked: note(not asked.url.startswith(ours), f"asks another host: {asked.url}"),
        "requestfailed": lambda asked: note(not _is_dropped(asked), f"cannot load {asked.url}: {asked.failure}"),
        "response": lambda answer: note(answer.status >= 400, f"gets {answer.status} for {answer.url}"),
    }
    for event, listener in listeners.items():
        page.on(event, listener)

    def stop():
        for event, listener in listeners.items():
            page.remove_listener(event, listener)

    return stop


def seen(site, address, width=1280, scheme="light"):
    """Say where something was seen."""
    return f"{site.name}:/{address} at {width} px, {scheme}"


def _is_dropped(asked):
    """Tell what Chromium itself no longer wanted: the icon, for which it asks last, when the page is left; a picture of one
    size when the page is as wide as asks for another. That all files are there, and pictures show, is asked elsewhere.
    """
    return asked.failure == "net::ERR_ABORTED" and (asked.url.endswith(_ICON) or asked.resource_type == "image")
