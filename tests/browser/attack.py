"""Puts hostile pages before a browser and tells what ran; whatever a payload does, it calls `alert` in the end."""

from contextlib import contextmanager

# In every frame of a page: what would have been shown is noted in the page around it, with the address where it ran.
LISTEN = """
    window.__ran ??= [];
    for (const name of ["alert", "confirm", "prompt"]) {
      const note = () => { top.__ran.push(location.pathname); };
      Object.defineProperty(window, name, { value: note, configurable: false, writable: false });
    }
"""
# Does what a reader might do and a payload waits for: every event that an element listens to, every address that runs.
PROVOKE = """
    const leads = (address, base) => { try { return new URL(address, base).protocol; } catch { return "https:"; } };
    const runs = (address, base) => !/^(https?|mailto|tel):$/.test(leads(address, base));
    // By way of the prototypes: a form's own `attributes`, `id` or `closest` may be one of its inputs.
    const { getAttribute, getAttributeNames, dispatchEvent, closest } = Element.prototype;
    const click = () => new MouseEvent("click", { bubbles: true, cancelable: true });
    function provoke(document) {
      for (const element of Document.prototype.querySelectorAll.call(document, "*")) {
        for (const name of getAttributeNames.call(element)) {
          if (/^on/i.test(name)) dispatchEvent.call(element, new Event(name.slice(2).toLowerCase(), { bubbles: true }));
          if (!/^(href|xlink:href|action|formaction|src|data)$/i.test(name)) continue;
          if (!runs(getAttribute.call(element, name), document.baseURI)) continue;
          dispatchEvent.call(element, click());
          if (element.localName === "form") HTMLFormElement.prototype.requestSubmit.call(element);
        }
        // A link that has no address yet may get one by an animation.
        if (closest.call(element, "svg a:not([href]), math")) dispatchEvent.call(element, click());
        if (getAttribute.call(element, "id")) element.focus?.();
      }
      for (const frame of Document.prototype.querySelectorAll.call(document, "iframe")) if (frame.contentDocument) provoke(frame.contentDocument);
    }
    const rest = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));
"""
MANY = f"""async (addresses) => {{
    {PROVOKE}
    const frames = addresses.map((address) => Object.assign(document.createElement("iframe"), {{ src: address }}));
    const loaded = frames.map((frame) => new Promise((go) => frame.addEventListener("load", go)));
    document.body.replaceChildren(...frames);
    await Promise.race([Promise.all(loaded), rest(5000)]);
    provoke(document);
    await rest(100);
    return window.__ran;
}}"""
AT_ONCE = 24
EMPTY = "trang-trong/"
"""Where a site that is attacked has an empty page."""


@contextmanager
def victim(chromium):
    """Give (page, strangers): a reader to whom everything happens, and the requests that went to other hosts."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(LISTEN)
    page = context.new_page()
    strangers = []

    def asked(request):
        if request.url.startswith("http") and not request.url.startswith("http://127.0.0.1:"):
            strangers.append(request)

    page.on("request", asked)
    yield page, strangers
    context.close()


def framed(page, site, addresses):
    """Open many pages of a site at once, in frames of an empty one, and do there what payloads wait for.

    Gives those addresses where something ran.
    """
    found = set()
    for first in range(0, len(addresses), AT_ONCE):
        page.goto(f"{site.url}{EMPTY}")
        found.update(page.evaluate(MANY, addresses[first : first + AT_ONCE]))
    return found
