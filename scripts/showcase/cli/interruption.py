"""What is said, and which code is given, where somebody pressed Ctrl+C: as shells do."""

INTERRUPTED = 130
STOPPED = "Đã dừng giữa chừng. Lần chạy sau sẽ làm nốt phần còn lại."


def is_interruption(error: BaseException) -> bool:
    """Tell whether an error is Ctrl+C; while a class is made, Python before 3.12 wraps it into a RuntimeError."""
    wrapped = error.__cause__ if isinstance(error, RuntimeError) else None
    return isinstance(wrapped or error, KeyboardInterrupt)
