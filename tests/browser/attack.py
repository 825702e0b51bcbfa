"""Puts hostile pages before a browser and tells what ran; whatever a payload does, it calls `alert` in the end."""

from contextlib import contextmanager

from playwright.sync_api import Error

# In every frame of a page: what would have been shown is noted in the page around it, with the address where it ran.
LISTEN = """
    window.__ran ??= [];
    for (const name of ["alert", "confirm", "prompt"]) {
      const note = () => { top.__ran.push(location.pathname); };
      Object.defineProperty(window, name, { value: note, configurable: false, writable: false });
    }
"""
# Does what a reader might do and a payload waits for: every event that an element listens to, every address that runs.
PROVOKE = """() => {
    const runs = (address) => { try { return !/^(https?|mailto|tel|file):$/.test(new URL(address, document.baseURI).protocol); } catch { return false; } };
    for (const element of document.querySelectorAll("*")) {
      for (const { name } of [...element.attributes]) {
        if (/^on/i.test(name)) element.dispatchEvent(new Event(name.slice(2).toLowerCase(), { bubbles: true }));
        if (/^(href|xlink:href|action|formaction|src|data)$/i.test(name) && runs(element.getAttribute(name))) {
          element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
          if (element.form || element.requestSubmit) (element.form ?? element).requestSubmit?.(element.form ? element : undefined);
        }
      }
      if (element.matches("svg a, math *")) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
    for (const element of document.querySelectorAll("[id]")) location.hash = element.id;
}"""
AT_ONCE = 24
REST = 30
"""Milliseconds, for what a payload does a moment later."""


@contextmanager
def victim(chromium):
    """Give (page, strangers): a reader to whom everything happens, and the addresses that other hosts were asked for."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(LISTEN)
    page = context.new_page()
    strangers = []

    def asked(request):
        if not request.url.startswith(("http://127.0.0.1:", "data:", "about:", "blob:", "chrome-error:")):
            strangers.append(request)

    page.on("request", asked)
    page.on("dialog", lambda dialog: dialog.dismiss())
    yield page, strangers
    context.close()


def provoked(page):
    """Do what payloads wait for, in the page and all that it frames; gives where something ran."""
    for frame in page.frames:
        try:
            frame.evaluate(PROVOKE)
        except Error:  # a payload took its own page away, in the middle of what we did to it
            continue
    page.wait_for_timeout(REST)
    return page.evaluate("window.__ran")


def framed(page, site, addresses):
    """Open many small pages of a site at once, in frames of one; gives those addresses where something ran."""
    found = set()
    for first in range(0, len(addresses), AT_ONCE):
        page.goto(f"{site.url}trang-trong/")
        page.set_content(
            "".join(f'<iframe src="{address}"></iframe>' for address in addresses[first : first + AT_ONCE])
        )
        found.update(provoked(page))
    return found
