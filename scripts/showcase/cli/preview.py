"""The command `preview` finds a port, says the address and serves until Ctrl+C."""

import sys
from pathlib import Path

import click

from showcase.cli.messages import Command, Complaint
from showcase.cli.options import cache_folder, config_option, models_option, need_config, need_models
from showcase.cli.today import today
from showcase.preview.server import open_server
from showcase.preview.session import Session
from showcase.preview.watch import Watcher

_PATIENCE = 0.002
"""Seconds after which a thread that computes lets another have its turn; Python's own 5 ms are felt at each request."""


@click.command(cls=Command, short_help="Xem trước trang ngay trên máy này.")
@models_option
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="SỐ",
    help="Cổng để mở trang; nếu không ghi thì lấy cổng trống đầu tiên từ 8000.",
)
@config_option
def preview(models: Path, port: int | None, config: Path) -> None:
    """Xem trước trang ngay trên máy này; lưu tệp nào thì trang đang mở tự đổi theo, điều cần sửa hiện ngay ở cuối trang."""
    need_models(models)
    need_config(config)
    sys.setswitchinterval(_PATIENCE)
    with cache_folder() as cache:
        _serve(models, port, config, cache)


def _serve(models: Path, port: int | None, config: Path, cache: Path) -> None:
    session = Session(models, config, cache, today())
    try:
        server = open_server(port, session, models.as_posix())
    except OSError as error:
        busy = f"Cổng {port} đang có chương trình khác dùng" if port else "Các cổng từ 8000 đến 8019 đều đang được dùng"
        message = f"{busy}. Hãy chọn cổng khác, ví dụ: showcase preview --port 9000"
        raise Complaint(message) from error
    with server:
        session.start()
        Watcher(session.watched, session.changed).start()
        try:
            click.echo(f"Đang xem trước tại {server.url} (nhấn Ctrl+C để dừng).")
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("")
        finally:
            session.stop()
