"""The whole site as a table of outputs: one family after the other, and the list of all addresses, which knows them all."""

from collections.abc import Iterator

from showcase.publish import (
    checker_files,
    criteria_pages,
    data_changes,
    data_descriptions,
    data_files,
    document_pages,
    embeds,
    event_pages,
    family_pages,
    feeds,
    figure_pages,
    form_pages,
    host_files,
    kept_pages,
    list_pages,
    loudspeaker_pages,
    model_data,
    model_pages,
    open_data,
    pictures,
    press_pages,
    progress_pages,
    saved_copies,
    search_files,
    share_pictures,
    short_form_pages,
    single_pages,
    steering_pages,
)
from showcase.publish.context import Context
from showcase.publish.moved import Way, ways_of_files, ways_of_ids
from showcase.publish.output import Output, Outputs
from showcase.publish.promises import ADDRESSES, Row, addresses_file, is_promised, rows_of
from showcase.publish.redirect_rules import RULES, rules_file
from showcase.publish.sitemap import (
    INDEX,
    ROBOTS,
    Entry,
    Parts,
    in_brief,
    index_file,
    is_listed,
    make_parts,
    part_file,
    part_paths,
    robots_file,
)
from showcase.views import address
from showcase.views.handbook import rule_names
from showcase.views.picture import photo_picture

FAMILIES: tuple[Outputs, ...] = (
    host_files.outputs,
    checker_files.outputs,
    pictures.outputs,
    share_pictures.outputs,
    open_data.outputs,
    data_files.outputs,
    model_data.outputs,
    data_changes.outputs,
    data_descriptions.outputs,
    single_pages.outputs,
    short_form_pages.outputs,
    form_pages.outputs,
    figure_pages.outputs,
    progress_pages.outputs,
    model_pages.outputs,
    loudspeaker_pages.outputs,
    press_pages.outputs,
    saved_copies.outputs,
    family_pages.outputs,
    document_pages.outputs,
    criteria_pages.outputs,
    event_pages.outputs,
    steering_pages.outputs,
    list_pages.outputs,
    feeds.outputs,
    embeds.outputs,
)
"""All but the search, which has a pass of its own: what it leads to is there before."""
SEARCH: tuple[Outputs, ...] = (search_files.outputs,)


def all_outputs(context: Context, families: tuple[Outputs, ...] = FAMILIES) -> Iterator[Output]:
    """Yield every file of the site but those of the search."""
    there: dict[str, Output] = {}
    for outputs in families:
        for output in outputs(context):
            there[output.address] = output
            yield output
    listed = list(filter(is_listed, there.values()))
    added, _ = _added(context, there)
    yield from added
    yield Output(ADDRESSES, _addresses)
    if any(output.leads_to for output in there.values()):
        yield Output(RULES, _rules)
    yield from _sitemap(context, listed)


def _added(context: Context, there: dict[str, Output]) -> tuple[list[Output], list[Way]]:
    """Give what stands at former addresses beside all else that is `there`, and the ways from these; adds them to it."""
    of_ids = list(ways_of_ids(context, there))
    there.update((way.address, way.output) for way in of_ids if way.output)
    kept = list(kept_pages.outputs(context, there))
    there.update((output.address, output) for output in kept)
    of_files = list(ways_of_files(context, there))
    there.update((way.address, way.output) for way in of_files if way.output)
    found = [*of_ids, *of_files]
    return [*kept, *(way.output for way in found if way.output)], found


def _sitemap(context: Context, listed: list[Output]) -> Iterator[Output]:
    """Yield the sitemap and what names it, where the site has an address; a `robots.txt` of docs/ stands before ours."""
    site = context.settings.site
    if not site.url or not site.is_mapped:
        return
    for path in part_paths(context, listed):
        yield Output(path, _part, (path,))
    yield Output(INDEX, _index, names_others=True)
    if ROBOTS not in context.host_files():
        yield Output(ROBOTS, _robots)


def _addresses(context: Context) -> bytes:
    """Write all addresses; who asks for this depends on everything that decides which there are."""
    return addresses_file(promised(context), rule_names())


def promised(context: Context) -> Iterator[Row]:
    """Yield every address that is promised."""
    there, found = context.shared(_table)
    host_files = frozenset(context.host_files())
    photos = {
        address.model(model.id): tuple(dict.fromkeys(photo_picture(photo, model.id).src for photo in model.pictures()))
        for model in context.summaries().values()
        if model.photos and not model.taken_down
    }
    return rows_of([output for output in there if is_promised(output, host_files)], found, photos)


def _rules(context: Context) -> bytes:
    there, found = context.shared(_table)
    trees = (Way(one.address, one.leads_to, one.about, one) for one in there if one.leads_to)
    return rules_file({way.address: way for way in (*trees, *found)}.values())


def _table(context: Context) -> tuple[tuple[Output, ...], tuple[Way, ...]]:
    """Give every output that has an address of its own, and the ways from former ones; shared."""
    families = [outputs for outputs in FAMILIES if outputs is not pictures.outputs]
    there = {output.address: output for outputs in families for output in outputs(context)}
    there[ADDRESSES] = Output(ADDRESSES, _addresses)
    _, found = _added(context, there)
    return tuple(there.values()), tuple(found)


def _parts(context: Context) -> Parts:
    """Give the parts of the sitemap; shared."""
    there, _ = context.shared(_table)
    return make_parts(context, filter(is_listed, there))


def part_at(context: Context, path: str) -> tuple[Entry, ...]:
    """Give the pages of a part of the sitemap."""
    return context.shared(_parts).get(path, ())


def parts_in_brief(context: Context) -> tuple[tuple[str, int], ...]:
    """Give the path of each part of the sitemap, and the day of the last change in it."""
    return in_brief(context.shared(_parts))


def _part(context: Context, path: str) -> bytes:
    return part_file(context.fact(part_at, path), context.settings.site)


def _index(context: Context) -> bytes:
    return index_file(context.fact(parts_in_brief), context.settings.site)


def _robots(context: Context) -> bytes:
    return robots_file(context.settings.site)
