"""A place that was chosen from the lists of a sheet stands for its name; beside a name that was typed it must say the same."""

from typing import NamedTuple

from showcase.record.units import Gazetteer
from showcase.words.quoting import quote

__all__ = ["Told", "beside_name", "chosen_name"]


class Told(NamedTuple):
    """A sentence about what was chosen; an error where it contradicts what was typed."""

    message: str
    is_error: bool = False


def chosen_name(province: str, commune: str) -> str:
    """Give the name of what was chosen, from the smallest unit to the largest; '' where no province was."""
    return ", ".join(filter(None, (commune, province))) if province else ""


def beside_name(chosen: str, typed: str, now: str | None, gazetteer: Gazetteer) -> Told | None:
    """Compare what was chosen with the name that was typed, which lies in `now` today; None where they agree.

    Of a typed name that is none, or may be several places, the rules tell.
    """
    named, meant = gazetteer.resolve(typed, now).place, gazetteer.resolve(chosen).place
    if named is None:
        return None
    if meant is None:
        return Told(
            f"{quote(chosen)} đã chọn ở đây không phải là một nơi hiện nay nên không dùng, chỉ dùng {quote(typed)} đã gõ."
        )
    communes = {unit for unit in (named.commune, meant.commune) if unit}
    if named.province != meant.province or len(communes) > 1:
        return Told(
            f"nơi chọn ở đây là {quote(chosen)}, nhưng tên đã gõ là {quote(typed)}. Hãy giữ một, xóa nơi kia.",
            is_error=True,
        )
    if meant.commune and not named.commune:
        return Told(
            f"chỉ dùng tên đã gõ là {quote(typed)}. Muốn dùng nơi chọn ở đây là {quote(chosen)} thì xóa tên ấy."
        )
    return None
