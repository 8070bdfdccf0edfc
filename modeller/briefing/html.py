"""The briefing as a single web page, which needs no network and can be printed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import count
from typing import TYPE_CHECKING, Any

from modeller.base.language import source_language
from modeller.base.version import VERSION
from modeller.briefing.content import Briefing, Chart, Paragraph, in_words
from modeller.briefing.inlining import inlined
from modeller.scenario.in_briefings import EMBEDDED_NAME, embedded_text, page_digest

if TYPE_CHECKING:
    from jinja2 import Template

    from modeller.briefing.explorable import Explorer

_EMPTY = f'<script type="application/json" id="{EMBEDDED_NAME}"></script>'


def made_line(briefing: Briefing) -> str:
    """A line that says by whom, for whom and when it was made."""
    about = briefing.about
    parts = [in_words(about.on)]
    if about.author:
        parts.insert(0, about.author)
    if about.audience:
        parts.append(f"for {about.audience}")
    return f"{', '.join(parts)}. Not to be used after {in_words(about.expires)}."


def numbered(briefing: Briefing) -> list[dict[str, Any]]:
    """Every section with its blocks, each with its kind and its number."""
    paragraphs, figures = count(1), count(2)  # page one has the first figure
    sections = []
    for section in briefing.sections:
        blocks = [
            (
                type(block).__name__,
                block,
                next(paragraphs)
                if isinstance(block, Paragraph)
                else next(figures)
                if isinstance(block, Chart)
                else 0,
            )
            for block in section.blocks
        ]
        sections.append({"key": section.key, "heading": section.heading, "blocks": blocks})
    return sections


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, finalize=_unbroken
    )
    return environment.from_string(_read("page.html.jinja"))


def _unbroken(value: Any) -> Any:
    """Text in which no line can end between a sign and the pound sign after it."""
    if type(value) is not str:
        return value
    return value.replace("+£", "+\u2060£").replace("\u2212£", "\u2212\u2060£")


@cache
def _read(name: str) -> str:
    return resources.files("modeller.briefing").joinpath(name).read_text("utf-8")


def _allowed(source: str) -> str:
    """The digest by which a content security policy allows a style or a script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


@source_language()
def render_html(
    briefing: Briefing,
    pictures: Mapping[str, bytes],
    narrow: Mapping[str, bytes],
    explorer: Explorer | None = None,
) -> bytes:
    """The page.

    Parameters
    ----------
    pictures
        The drawings as SVG by the charts' keys, as wide as a sheet of paper.
    narrow
        The same for a telephone.
    explorer
        The explorable part, if there is to be one.
    """
    from markupsafe import Markup

    # on paper, every page says where its figures come from
    identity = briefing.identity.replace("\\", "").replace('"', "").replace("<", "")
    status = "Draft" if not briefing.about.signed_off_by else "Signed off"
    style = _read("page.css") + (
        f'@page {{ @bottom-left {{ content: "{identity}"; font: 6.5pt sans-serif; }} '
        f'@bottom-right {{ content: "{status} · " counter(page) " of " counter(pages); '
        "font: 7.5pt sans-serif; } }\n"
    )
    if explorer is not None:
        style += explorer.style
    page = _template().render(
        about=briefing.about,
        front=briefing.front,
        sections=numbered(briefing),
        identity=briefing.identity,
        made=made_line(briefing),
        pictures=inlined(pictures),
        narrow=inlined(narrow),
        style=Markup(style),  # our own, without any text of the user's
        style_hash=_allowed(style),
        explorer=None
        if explorer is None
        else {
            "markup": Markup(explorer.markup),  # already escaped
            "script": Markup(explorer.script),  # ours
            "script_hash": _allowed(explorer.script),
            "data": explorer.data,
        },
        generator=f"modeller {VERSION}",
        embedded_name=EMBEDDED_NAME,
    )
    content = page.encode()
    # last, so that a later change anywhere in the page shows
    block = _EMPTY.replace("></", f">{embedded_text(briefing.carried, page_digest(content))}</")
    head, _, tail = content.rpartition(_EMPTY.encode())
    return head + block.encode() + tail
