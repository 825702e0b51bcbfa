"""Every address of the site is made here, and once given it is never changed: other people's links depend on it.

An address has no leading slash and ends with one where it is a page, so that it can be joined to any base path.
"""

from dataclasses import dataclass

from showcase.record.units import Gazetteer, Unit

HOME = ""
MODELS = "mo-hinh/"
FIELDS = "linh-vuc/"
THEMES = "chu-de/"
PLACES = "dia-phuong/"
FORMER_PLACES = "dia-phuong/cu/"
FIGURES = "so-lieu/"
SPREADING = "lan-toa/"
DOCUMENTS = "van-ban/"
CRITERIA = "tieu-chi/"
EVENTS = "su-kien/"
CALENDAR = "su-kien/lich.ics"
PROGRESS = "tien-trinh/"
STEERING = "dieu-hanh/"
OPEN_DATA = "du-lieu/"
DATA_VERSION = 1
DATA = f"du-lieu/v{DATA_VERSION}/"
MOVEMENT = "phong-trao/"
LOUDSPEAKER = "phat-thanh/"
COMPARISON = "so-sanh/"
EMBEDS = "nhung/"
FORM = "gui-bai/"
CHECKER = "kiem-tra/"
MISTAKE = "bao-cho-sai/"
COPIED = "lam-theo-roi/"
ABOUT = "gioi-thieu/"
HANDBOOK = "huong-dan/"
HANDBOOK_KEYS = "huong-dan/cac-khoa/"
HANDBOOK_VOCABULARIES = "huong-dan/danh-muc/"
HANDBOOK_RULES = "huong-dan/quy-tac/"


def model(model_id: str) -> str:
    """The permalink of a model, for ever."""
    return f"{MODELS}{model_id}/"


def guide(model_id: str) -> str:
    """The sheet for doing the same, made to be printed."""
    return f"{MODELS}{model_id}/lam-theo/"


def loudspeaker(model_id: str) -> str:
    """What is read out of a model over a commune's loudspeakers, made to be printed large."""
    return f"{MODELS}{model_id}/phat-thanh/"


def loudspeaker_text(model_id: str) -> str:
    """The same as plain text, for machines that read."""
    return f"{MODELS}{model_id}/phat-thanh.txt"


def press(model_id: str) -> str:
    """What a newsroom takes of a model."""
    return f"{MODELS}{model_id}/bao-chi/"


def saved(model_id: str) -> str:
    """A model as one file that holds all that it shows, to be kept."""
    return f"{MODELS}{model_id}/luu.html"


def model_data(model_id: str) -> str:
    """A model as data."""
    return f"{MODELS}{model_id}/du-lieu.json"


def province_data(slug: str) -> str:
    """The files of a province's models as data, without their endings."""
    return f"{DATA}tinh/{slug}"


def family(model_id: str) -> str:
    """The tree of the copies that began with a model; of one that was copied itself, where that tree shows it."""
    return f"{SPREADING}{model_id}/"


def member(model_id: str) -> str:
    """The anchor of a model in a tree."""
    return f"bai-{model_id}"


def document(document_id: str) -> str:
    """A document that directs the movement."""
    return f"{DOCUMENTS}{document_id}/"


def report(report_id: str) -> str:
    """The official figures of one report."""
    return f"{FIGURES}{report_id}/"


def event(event_id: str) -> str:
    """An event of the movement."""
    return f"{EVENTS}{event_id}/"


def field(key: str) -> str:
    """All models of a field."""
    return f"{FIELDS}{key}/"


def stage(key: str) -> str:
    """All models that stand at a stage."""
    return f"{PROGRESS}{key}/"


def theme(key: str) -> str:
    """All models of a theme."""
    return f"{THEMES}{key}/"


def theme_guides(key: str) -> str:
    """The models of a theme that have steps to follow."""
    return f"{THEMES}{key}/lam-theo/"


def rule(name: str) -> str:
    """A rule's paragraph in the editors' guide."""
    return f"{HANDBOOK_RULES}#{name}"


def page(first: str, number: int) -> str:
    """The address of one page of a long list, given that of its first."""
    return first if number == 1 else f"{first}trang-{number}/"


@dataclass(frozen=True, slots=True)
class PlaceAddresses:
    """The addresses of units, whose slugs are unique in their parent."""

    gazetteer: Gazetteer

    def province(self, unit: Unit) -> str:
        """A province of today."""
        return f"{PLACES}{self.gazetteer.slug_of(unit)}/"

    def commune(self, unit: Unit) -> str:
        """A commune of today."""
        return f"{self.province(self.gazetteer.province(unit.parent))}{self.gazetteer.slug_of(unit)}/"

    def commune_loudspeaker(self, unit: Unit) -> str:
        """What is read out of the models of a commune."""
        return f"{self.commune(unit)}phat-thanh/"

    def province_field(self, unit: Unit, key: str) -> str:
        """The models of one field in a province."""
        return f"{self.province(unit)}linh-vuc/{key}/"

    def steering(self, unit: Unit) -> str:
        """What those who steer see of a province."""
        return f"{STEERING}{self.gazetteer.slug_of(unit)}/"

    def steering_lacking(self, unit: Unit) -> str:
        """The models of a province that lack something."""
        return f"{self.steering(unit)}con-thieu/"

    def former_province(self, unit: Unit) -> str:
        """A province as it was until 30 June 2025."""
        return f"{FORMER_PLACES}{self.gazetteer.slug_of(unit)}/"

    def former_district(self, unit: Unit) -> str:
        """A district as it was until 30 June 2025."""
        province = self.gazetteer.former_province(unit.parent)
        return f"{self.former_province(province)}{self.gazetteer.slug_of(unit)}/"
