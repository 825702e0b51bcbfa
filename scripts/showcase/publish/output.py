"""An output is one file of the site: its path, who makes its bytes, and the key that it is made with.

`make(context, *key)` is a function of a module that can be sent to another process; whatever it wants to know it asks of
the context, which notes the question. So nobody declares on what an output depends, and none can be stale.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from showcase.publish.context import Context

Outputs = Callable[[Context], Iterator["Output"]]
"""A family: asked anew whenever something changed, it yields every output that there is of its kind."""
EVERYONE = "*"
"""The owner of what was shown for all models at once."""


class Output(NamedTuple):
    """One file; `make` gives its bytes, in one piece or in parts.

    `about` says what a page's address belongs to (`mo-hinh:ID`), '' for files that are no pages. What `names_others` by
    their paths is put in place after them. A path that tells its content (`is_named_by_content`) never needs to be made twice.

    A file that has an `owner` stays for a while when nothing needs it any more, for the pages that readers still have open:
    unless it was shown for a model, the owner by its id, that is gone. What `EVERYONE` owns goes as soon as any of them does.
    '' is nobody.

    `work` says how many pages take as long as it does. A page that is not `is_indexed` is none that search engines are led to:
    it leads on, or says that something is gone. What is a former address `leads_to` today's; '' is one that leads nowhere else.
    """

    path: str
    make: Callable[..., bytes | Iterable[bytes]]
    key: tuple[object, ...] = ()
    about: str = ""
    names_others: bool = False
    is_named_by_content: bool = False
    owner: str | None = None
    work: int = 1
    is_indexed: bool = True
    leads_to: str = ""

    def bytes_of(self, context: Context) -> bytes:
        """Make it, and give its bytes in one piece."""
        made = self.make(context, *self.key)
        return made if isinstance(made, bytes) else b"".join(made)

    @property
    def address(self) -> str:
        """The address of a page: its path without `index.html`."""
        return self.path.removesuffix("index.html")

    @property
    def is_page(self) -> bool:
        """Whether readers come to it by a link."""
        return self.path.endswith(".html")


def page(
    where: str, make: Callable[..., bytes], *key: object, about: str, is_indexed: bool = True, leads_to: str = ""
) -> Output:
    """Give the output of a page at an address."""
    is_indexed = is_indexed and not leads_to
    return Output(f"{where}index.html", make, key, about, is_indexed=is_indexed, leads_to=leads_to)
