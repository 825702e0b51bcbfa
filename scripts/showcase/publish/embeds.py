"""What other sites show of models and lists, by the kinds that the settings name, and the page where its code is made.

A frame whose sandbox allows no script follows no `refresh` either, so nothing here leads on: what stands at a former id is what
stands at today's. Who shows a model that was taken down, or a list that has gone, shows a line that says so.
"""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import cards, catalogue, listings
from showcase.publish.output import Output, page
from showcase.views import address
from showcase.views.embed import COUNTS, Embed, ListToEmbed, embed_of_gone, embed_of_list, embed_of_model
from showcase.views.embed_address import OEMBED, embed_of
from showcase.views.embedding import embedding_page
from showcase.views.oembed import oembed_file

_NEWEST = "Bài mới nhất"


def outputs(context: Context) -> Iterator[Output]:
    """Yield what is shown of each model and list, at former ids too, and where the site has an address what programs are told of it."""
    site = context.settings.site
    if site.embeds:
        yield page(address.EMBEDS, _embedding, about="nhung")
    everything = context.shared(catalogue)
    for model in (*everything.models, *everything.taken_down):
        for model_id in (model.id, *model.former_ids):
            if where := embed_of(address.model(model_id), site):
                yield page(where, _model, model.id, about=f"mo-hinh:{model.id}", is_indexed=False)
                if site.url:
                    yield Output(f"{where}{OEMBED}", _model_told, (model.id,))
    for listed in dict.fromkeys((*context.shared(listings), *(one.address for one in context.published_pages()))):
        if where := embed_of(listed, site):
            yield page(where, _list, listed, about=f"danh-sach:{listed}", is_indexed=False)
            if site.url:
                yield Output(f"{where}{OEMBED}", _list_told, (listed,))


def shown_of_model(context: Context, model_id: str) -> Embed:
    """Give what is shown of a model, or that it was taken down."""
    model, site = context.summary(model_id), context.settings.site
    return embed_of_gone(model, site) if model.taken_down else embed_of_model(cards(context)(model_id), site)


def newest_of_list(context: Context, where: str) -> ListToEmbed:
    """Give the newest models of the list at an address; none where it has gone."""
    listing = context.shared(listings).get(where)
    if listing is None:
        title = next(one.title for one in context.published_pages() if one.address == where)
        return ListToEmbed(where, title, "", ())
    title = _NEWEST if where == address.MODELS else listing.name
    return ListToEmbed(where, title, listing.field, tuple([model.id for model in listing.models[: max(COUNTS)]]))


def shown_of_list(context: Context, where: str) -> Embed:
    """Give what is shown of a list."""
    listed = context.fact(newest_of_list, where)
    return embed_of_list(listed, [cards(context)(model_id) for model_id in listed.models], context.settings.site)


def _model(context: Context, model_id: str) -> bytes:
    return context.render("embed.html", context.fact(shown_of_model, model_id))


def _model_told(context: Context, model_id: str) -> bytes:
    return oembed_file(context.fact(shown_of_model, model_id))


def _list(context: Context, where: str) -> bytes:
    return context.render("embed.html", context.fact(shown_of_list, where))


def _list_told(context: Context, where: str) -> bytes:
    return oembed_file(context.fact(shown_of_list, where))


def _embedding(context: Context) -> bytes:
    return context.render("embedding.html", embedding_page(context.reference, context.settings.site))
