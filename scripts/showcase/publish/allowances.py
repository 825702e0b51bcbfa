"""Pages that send ask the server that takes changes, and the form compiles WebAssembly where the checker is shipped; no other page may do either.

An allowance is that of a folder of the site: `<meta>` and `_headers` say the same of all that lies in it. What is named by its content and lies
in `assets/` has the usual policy in `_headers`, a worker of its own among it: one that compiles WebAssembly has to lie in the form's folder.
"""

from collections.abc import Mapping

from showcase.publish.policy import USUAL, Allowance
from showcase.views import address
from showcase.views.page import SiteFacts

Allowances = Mapping[str, Allowance]
"""By folder, each with a slash at its end."""


def allowances(site: SiteFacts) -> Allowances:
    """Give what the pages of each folder may do besides; folders that may nothing besides are left out."""
    servers = site.contributions.servers
    sending = Allowance(servers, compiles=False)
    found = dict.fromkeys((address.MISTAKE, address.COPIED), sending)
    found[address.FORM] = Allowance(servers, compiles=site.has_checker)
    return {folder: allowed for folder, allowed in sorted(found.items()) if allowed != USUAL}


def allowance_at(path: str, allowed: Allowances) -> Allowance:
    """Give what a page or a file at a path, or an address, may do besides."""
    return allowed.get(f"{path.partition('/')[0]}/", USUAL)
