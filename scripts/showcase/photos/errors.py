"""The errors of this folder stand apart, so that whoever tells of one need not load what raised it."""

from showcase.record.photo import PhotoFault


class PhotoRefusedError(Exception):
    """A file cannot be used: `fault` says why; `size` is that of a file which is too large, in bytes."""

    def __init__(self, fault: PhotoFault, size: int = 0) -> None:
        """Keep both as arguments, with which the error is made again in another process."""
        super().__init__(fault, size)
        self.fault = fault
        self.size = size


class ClusterError(Exception):
    """A cluster cannot be used, or no longer; the message is a sentence in Vietnamese."""
