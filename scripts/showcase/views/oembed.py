"""An oEmbed answer as a file: what a program makes of a pasted address of ours that its page says to have one, a frame alone.

oEmbed 1.0 (https://oembed.com/) asks for `version` and `type`, and of a `rich` one for `html`, `width` and `height`. A file cannot
answer by what it is asked for (`maxwidth`): it says the widest, and what it shows fills any width below. The way to it is the
`<link rel="alternate" type="application/json+oembed">` of the page.

WordPress, since 4.4, shows sites of which it knows nothing so, and by rules of its own; the file is written such that they
change nothing in it. `WP_oEmbed::discover` (wp-includes/class-wp-oembed.php) looks for that link before `</head>` within the first
150 kB and takes its `href` as it stands, so it is a whole address; `fetch` adds `maxwidth`, `maxheight`, `url`, `dnt` and `format` to
it, which hosts of files pass over. `wp_filter_oembed_result` (wp-includes/embed.php) keeps `<a href>`, `<blockquote>` and
`<iframe>` with `src`, `width`, `height`, `frameborder`, `marginwidth`, `marginheight`, `scrolling`, `title`, and of these one frame, with one
quotation before it; without a frame it shows nothing. A quotation would hide the frame until its script says otherwise, so
there is none. It adds `sandbox="allow-scripts" security="restricted"`, a `data-secret`, and `#?secret=…` to the address. In that sandbox no
link leads anywhere; but its page (wp-includes/js/wp-embed.js) goes where the frame asks it to, by a message with the secret,
if the host is the frame's own, and makes the frame as high as it asks, 200 to 1,000 pixels. `docs/assets/nhung.js` asks so.
"""

import json

from markupsafe import Markup

from showcase.views.embed import COUNTS, USUAL, Embed

WIDTH = 600
"""Pixels at most; the height is that which a frame of 320 needs, so that nothing is cut off on a phone."""


def oembed_file(shown: Embed) -> bytes:
    """Write what is told of something that other sites can show; the site has an address."""
    head, height = shown.head, usual_height(shown)
    frame = Markup('<iframe src="{}" width="{}" height="{}" title="{}" frameborder="0"></iframe>')
    told = {
        "version": "1.0",
        "type": "rich",
        "title": head.title,
        "provider_name": head.site.name,
        "provider_url": head.site.absolute(""),
        "cache_age": 86400,
        "width": WIDTH,
        "height": height,
        "html": frame.format(head.site.absolute(head.address), WIDTH, height, f"{head.title} – {head.site.name}"),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def usual_height(shown: Embed) -> int:
    """Give the height of a frame that chooses nothing."""
    return shown.heights[COUNTS.index(USUAL)] if len(shown.heights) > 1 else shown.heights[0]
