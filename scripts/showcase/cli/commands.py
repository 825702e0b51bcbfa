"""The commands by their names, each loaded when it is called. Exit codes: 0 nothing wrong, 1 errors, 2 could not run, 130 stopped by Ctrl+C."""

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


@click.group(cls=Group, where=_WHERE, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dan-van-kheo-showcase", message="%(version)s", help="In phiên bản.")
def main() -> None:
    """Kiểm tra các mô hình “Dân vận khéo” và dựng trang giới thiệu."""
