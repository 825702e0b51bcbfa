"""MkDocs' door."""
from mkdocs.plugins import BasePlugin
class ShowcasePlugin(BasePlugin):
    pass
