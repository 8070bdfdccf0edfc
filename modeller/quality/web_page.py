"""The log as a web page without scripts or network, accessible to screen readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from modeller.quality.log import QualityLog
from modeller.quality.sections import TITLE, Section, Table, sections

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0}
tr{border-bottom:1px solid #8888}
:focus-visible{outline:3px solid #f46a25}
@media print{.wide{overflow:visible}table{font-size:.6rem}}
"""


def web_page(log: QualityLog) -> str:
    """The log as HTML, with every text escaped."""
    return page_of(TITLE, sections(log))


def page_of(title: str, shown: Sequence[Section]) -> str:
    """Sections as a page with a title."""
    lines = [
        "<!doctype html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(title)}</h1>",
    ]
    for section in shown:
        lines += _section(section)
    lines += ["</main>", "</body>", "</html>", ""]
    return "\n".join(lines)


def _section(section: Section) -> Iterator[str]:
    yield f"<h2>{escape(section.title)}</h2>"
    for paragraph in section.paragraphs:
        yield f"<p>{escape(paragraph)}</p>"
    if section.items:
        yield "<ul>"
        for item in section.items:
            yield f"<li>{escape(item)}</li>"
        yield "</ul>"
    if section.table is not None:
        yield from _table(section.table)


def _table(table: Table) -> Iterator[str]:
    # a region that scrolls must have a name and be reachable by keyboard
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{escape(table.caption)}">'
    yield f"<table><caption>{escape(table.caption)}</caption>"
    headings = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in table.headings)
    yield f"<thead><tr>{headings}</tr></thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody></table></div>"
