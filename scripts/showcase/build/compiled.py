"""What Jinja compiled is kept between builds: to compile the templates of a page takes 0.2 s.

Jinja's own cache believes a file that begins well, and Python may end where the rest of it is noise; nor can it do without one.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket

from showcase.system.kept import read_kept, write_kept


@dataclass(frozen=True)
class CompiledTemplates(BytecodeCache):
    """A folder with a file for each template; it can go to another process."""

    folder: Path

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept; Jinja itself looks whether it is of the same source and the same Python."""
        kept = read_kept(self.folder / bucket.key, jinja_version)
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in a bucket, where it can be written."""
        with suppress(OSError):
            write_kept(self.folder / bucket.key, bucket.bytecode_to_string(), jinja_version)
