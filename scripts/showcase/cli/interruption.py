"""What is said, and which code is given, where somebody pressed Ctrl+C: as shells do."""

INTERRUPTED = 130
STOPPED = "Đã dừng giữa chừng. Lần chạy sau sẽ làm nốt phần còn lại."
