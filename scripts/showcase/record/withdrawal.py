"""Who withdrew a consent is told here, of a photo as of a person; a model that was taken down is another matter (`go_bo`)."""

from showcase.reading.record import Record


def is_withdrawn(record: Record) -> bool:
    """Tell whether somebody asked that a photo, or a name, be taken away."""
    return record.value("rut_dong_y") == "co"
