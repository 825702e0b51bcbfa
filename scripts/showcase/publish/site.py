"""The whole site as a table of outputs: one family after the other, and the list of all addresses, which knows them all."""

from collections.abc import Iterator

from showcase.publish import (
    criteria_pages,
    document_pages,
    event_pages,
    family_pages,
    figure_pages,
    host_files,
    kept_pages,
    list_pages,
    loudspeaker_pages,
    model_pages,
    open_data,
    pictures,
    progress_pages,
    search_files,
    share_pictures,
    single_pages,
    steering_pages,
)
from showcase.publish.context import Context
from showcase.publish.open_data import ADDRESSES, addresses_json
from showcase.publish.output import Output, Outputs
from showcase.views import address

FAMILIES: tuple[Outputs, ...] = (
    host_files.outputs,
    pictures.outputs,
    share_pictures.outputs,
    open_data.outputs,
    single_pages.outputs,
    figure_pages.outputs,
    progress_pages.outputs,
    model_pages.outputs,
    loudspeaker_pages.outputs,
    family_pages.outputs,
    document_pages.outputs,
    criteria_pages.outputs,
    event_pages.outputs,
    steering_pages.outputs,
    list_pages.outputs,
)
"""All but the search, which has a pass of its own: what it leads to is there before."""
SEARCH: tuple[Outputs, ...] = (search_files.outputs,)


def all_outputs(context: Context, families: tuple[Outputs, ...] = FAMILIES) -> Iterator[Output]:
    """Yield every file of the site but those of the search."""
    there: set[str] = set()
    for outputs in families:
        for output in outputs(context):
            there.add(output.address)
            yield output
    yield from kept_pages.outputs(context, there)
    yield Output(f"{address.DATA}{ADDRESSES}", _addresses)


def _addresses(context: Context) -> bytes:
    """Write all addresses; who asks for this depends on everything that decides which there are."""
    everything = (output for outputs in FAMILIES for output in outputs(context))
    return addresses_json((output.address, output.about) for output in everything if output.about)
