"""The feeds by which lists are followed, beside them: Atom and JSON Feed, the same in both; and those of what changed.

A feed tells of a model what its summary does, so a sentence of a story changes none. One whose list has gone stays, empty: who
follows it hears of the next model there.
"""

from collections.abc import Iterator
from dataclasses import replace

from showcase.publish.context import Context
from showcase.publish.facts import listings
from showcase.publish.output import Output
from showcase.views.feed import MOST, Feed, FeedEntry, feed_entry, last_told, make_feed
from showcase.views.feed_address import CHANGES, feeds_at
from showcase.views.json_feed import json_file

_OF_CHANGES = "Bài mới đăng, mới sửa và mới gỡ, theo ngày ghi trong từng bài."
_NOTHING = "Hiện không có bài nào ở đây."


def outputs(context: Context) -> Iterator[Output]:
    """Yield both files of each list of a kind that can be followed, of today and of before."""
    lists, site = context.shared(listings), context.settings.site
    for where in dict.fromkeys((*lists, *(one.address for one in context.published_pages()))):
        for number, feeds in enumerate(feeds_at(where, "", site)):
            yield Output(feeds.atom, _atom, (where, number))
            yield Output(feeds.json, _json, (where, number))


def feed_at(context: Context, where: str, number: int) -> Feed:
    """Give a feed of the list at an address, of those that it has."""
    listing, site = context.shared(listings).get(where), context.settings.site
    if listing is None:
        title = next(one.title for one in context.published_pages() if one.address == where)
        return make_feed(feeds_at(where, title, site)[number], _NOTHING, where, (), site)
    feeds = feeds_at(where, listing.name, site)[number]
    if feeds.atom.startswith(CHANGES):
        return make_feed(feeds, _OF_CHANGES, where, context.shared(changed), site)
    return make_feed(feeds, listing.lead, where, (model.id for model in listing.models[:MOST]), site)


def changed(context: Context) -> tuple[str, ...]:
    """Give the models that changed last, those taken down among them; shared."""
    return tuple(model.id for model in sorted(context.summaries().values(), key=last_told)[:MOST])


def entry(context: Context, model_id: str) -> FeedEntry:
    """Give what feeds tell of a model."""
    made = feed_entry(context.summary(model_id), context.reference, context.settings.site)
    return replace(made, content=" ".join(context.render("feed_entry.html", made).decode().split()))


def _atom(context: Context, where: str, number: int) -> bytes:
    from showcase.views.atom_file import atom_file  # noqa: PLC0415 - its library waits for who makes a feed

    feed = context.fact(feed_at, where, number)
    return atom_file(feed, [context.fact(entry, model_id) for model_id in feed.models], context.settings.site)


def _json(context: Context, where: str, number: int) -> bytes:
    feed = context.fact(feed_at, where, number)
    return json_file(feed, [context.fact(entry, model_id) for model_id in feed.models], context.settings.site)
