"""How results look in a notebook: tables, HTML, and charts as in the documents."""

from __future__ import annotations

from modeller.notebook.figures import figure
from modeller.notebook.tables import html, table

__all__ = ["figure", "html", "table"]
