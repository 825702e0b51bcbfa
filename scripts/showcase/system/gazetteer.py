"""The gazetteer's tables, read from the package itself; an installed wheel has them as a checkout does."""

from functools import cache
from importlib.resources import files

from showcase.record.units import Gazetteer

__all__ = ["load_gazetteer"]

_TABLES = ("provinces", "communes", "former_provinces", "former_districts", "former_communes")


@cache
def load_gazetteer() -> Gazetteer:
    """Give the one gazetteer of this process; about 20 ms the first time, since most is read when it is asked for."""
    data = files("showcase.record") / "data"
    tables = {name: (data / f"{name}.tsv").read_text(encoding="utf-8") for name in (*_TABLES, "other_names")}
    gazetteer = Gazetteer.from_tables(**tables)
    gazetteer.add_earlier_units((data / "earlier_units.tsv").read_text(encoding="utf-8"))
    gazetteer.add_merged_communes((data / "merged_communes.tsv").read_text(encoding="utf-8"))
    return gazetteer
