"""A mistake of ours is told as such: where our code stopped and at what, with no word of anybody's file, and whom to tell."""

__all__ = ["mistake", "where"]


def mistake(doing: str, how: str) -> str:
    """Write the sentence about our code that stopped while `doing` something: `hỏi quy tắc 'nam'`; `how` as `where` tells."""
    return (
        f"Lỗi của chương trình, không phải của người viết: khi {doing} thì chương trình dừng ({how}). "
        "Những tệp khác vẫn được kiểm tra. Hãy báo cho người phụ trách chương trình, gửi kèm tệp này."
    )


def where(error: Exception) -> str:
    """Write what was raised, and the last line of our own on the way there: `IndexError ở reading/syntax.py, dòng 93`."""
    place, step = "", error.__traceback__
    while step:
        _, ours, path = step.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/showcase/")
        if ours:
            place = f" ở {path}, dòng {step.tb_lineno}"
        step = step.tb_next
    return f"{type(error).__name__}{place}"
