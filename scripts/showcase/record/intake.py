"""An intake is a models folder as the rules of the catalogue see it: what its files declare, and what no file should be."""

from dataclasses import dataclass
from enum import Enum, auto

from showcase.record.abbreviations import AbbreviationPage
from showcase.record.declaration import Declaration
from showcase.record.submission import Submission


class UnexpectedKind(Enum):
    """Things in a models folder that are nothing the format knows."""

    LINK = auto()
    """A link (to a file or a folder): it may lead out of the tree, so it is never followed."""
    NOT_REGULAR = auto()
    """A pipe, a device, a socket."""
    NO_MODEL = auto()
    """A folder that holds files but no `model.yaml`, nor any folder."""
    LOOSE = auto()
    """A YAML file or a picture among folders of models, and in none of them."""
    MISNAMED_MODEL = auto()
    """`model.yml`, `Model.yaml`, `model.yaml.txt` …: meant to be the `model.yaml`."""
    COPY = auto()
    """The same beside a `model.yaml`: one of the two is the newer."""
    AMONG_MODELS = auto()
    """A `model.yaml` in a folder that holds models of others."""
    HIDDEN_MODEL = auto()
    """A folder with a `model.yaml`, in a folder whose name begins with `_` or `.`, or such a folder itself."""
    INSIDE_MODEL = auto()
    """A folder within a model's folder."""
    NO_RECORD = auto()
    """A folder of `_events/` or `_documents/` without the file that tells of one."""
    INSIDE_RECORD = auto()
    """A folder within such a folder."""
    UNKNOWN_VOCABULARY = auto()
    """A file of `_vocabulary/` of another name than the format's four."""
    ILLEGIBLE_NAME = auto()
    """A file or folder whose name is no Unicode, or holds a character that nobody sees; shown with U+FFFD for it."""
    UNREADABLE = auto()
    """The operating system would not let us read it."""


@dataclass(frozen=True, slots=True)
class UnexpectedFile:
    """One such thing; `path` as shown to editors."""

    kind: UnexpectedKind
    path: str


@dataclass(frozen=True, slots=True)
class Intake:
    """A models folder, sorted by path: what each model declares, the other files; `root` is the folder as editors know it.

    The list of abbreviations lies elsewhere, in docs/, and is the editors' all the same.
    """

    root: str
    models: tuple[Declaration, ...]
    reports: tuple[Submission, ...]
    vocabularies: tuple[Submission, ...]
    unexpected: tuple[UnexpectedFile, ...] = ()
    abbreviations: AbbreviationPage | None = None
    documents: tuple[Submission, ...] = ()
    events: tuple[Submission, ...] = ()
    addresses: Submission | None = None
    """The ledger of ids that were published, None where nothing was yet."""
    pages: Submission | None = None
    """The ledger of their other pages."""
