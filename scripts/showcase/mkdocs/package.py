"""The host's package is MkDocs, or ProperDocs where that alone is installed; nothing else here imports either.

ProperDocs continues MkDocs 1 under another name, with the same modules. Its own command makes `mkdocs` another name of
itself by importing `properdocs.replacement`, so that themes and plugins need not choose; so do we where no MkDocs is.
"""

import importlib
import importlib.util

if importlib.util.find_spec("mkdocs") is None:
    importlib.import_module("properdocs.replacement")

import mkdocs
from mkdocs.commands.build import build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

__all__ = [
    "NAME",
    "BasePlugin",
    "Config",
    "LiveReloadServer",
    "MkDocsConfig",
    "MkDocsException",
    "PluginError",
    "build",
    "config_options",
    "get_plugin_logger",
    "get_yaml_loader",
    "load_config",
    "yaml_load",
]

NAME = mkdocs.__name__
"""The name under which the package logs: `mkdocs` or `properdocs`."""
