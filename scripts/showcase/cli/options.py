"""What several commands ask for in the same words: where the models lie, and the configuration."""

from pathlib import Path

import click

from showcase.cli.messages import Complaint

CACHE = Path(".cache/showcase")

models_option = click.option(
    "--models",
    type=click.Path(path_type=Path),
    default=Path("models"),
    show_default=True,
    metavar="THƯ_MỤC",
    help="Thư mục chứa các mô hình.",
)
config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    metavar="TỆP",
    help="Cấu hình MkDocs.",
)


def need_models(models: Path) -> None:
    """Complain where there is no folder of models."""
    if not models.is_dir():
        message = f"Không thấy thư mục {models}. Hãy chạy lệnh ở thư mục gốc của dự án, hoặc ghi --models THƯ_MỤC."
        raise Complaint(message)


def need_config(config: Path) -> None:
    """Complain where there is no configuration."""
    if not config.is_file():
        message = f"Không thấy tệp cấu hình {config}."
        raise Complaint(message)
