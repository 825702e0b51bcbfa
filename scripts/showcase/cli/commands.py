"""The commands by their names, each loaded when it is called. Exit codes: 0 nothing wrong, 1 errors, 2 could not run, 130 stopped by Ctrl+C."""

from importlib import import_module

import click

from showcase.cli.messages import Group

_WHERE = {
    "build": "build:build",
    "check": "check:check",
    "diff": "diff:diff",
    "draft": "draft:draft",
    "export": "exporting:export",
    "fix": "fix:fix",
    "import": "importing:import_",
    "links": "links:links",
    "new": "new:new",
    "preview": "preview:preview",
    "receive": "receiving:receive",
    "release": "release:release",
    "schema": "schema:schema",
    "template": "template:template",
}
"""Module of this folder, and its command. Whoever checks shall not wait for what reads workbooks: all together take 1 s to load."""


class _Commands(Group):
    """The commands, each loaded when it is called."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(_WHERE)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in _WHERE:
            return None
        module, _, function = _WHERE[name].partition(":")
        command: click.Command = getattr(import_module(f"showcase.cli.{module}"), function)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dan-van-kheo-showcase", message="%(version)s", help="In phiên bản.")
def main() -> None:
    """Kiểm tra các mô hình “Dân vận khéo” và dựng trang giới thiệu."""
