"""Shortens a briefing to the word limit of written evidence, and says what it left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from modeller.briefing.content import (
    Block,
    Briefing,
    Bullets,
    Chart,
    Code,
    Paragraph,
    Section,
    Subheading,
    Table,
    Terms,
)
from modeller.briefing.html import made_line
from modeller.briefing.pictures import TileMap

MAXIMUM_WORDS = 3_000
_WORDS_OF_OPTIONS = 350
_MOST_CHARTS = 5
"""The most charts in sections, not counting that of page one."""
_MOST_PICTURES = 2
"""How many charts are drawn, not counting maps."""
_OPTIONAL = ("method", "sensitivity", "trade-off", "backtest", "what-must-be-true")
"""Sections to leave out for the limit, in this order."""

_WORD = re.compile(r"\S+")


def words_in(texts: Sequence[str]) -> int:
    """The number of words, as word processors count them: pieces between spaces."""
    return sum(len(_WORD.findall(text)) for text in texts)


def texts_of(block: Block) -> list[str]:
    """Every text of a block except the alternative text of pictures."""
    if isinstance(block, Paragraph | Subheading):
        return [block.text]
    if isinstance(block, Bullets):
        return [*block.items, *block.links]
    if isinstance(block, Terms):
        return [text for item in block.items for text in item]
    if isinstance(block, Code):
        return [block.label, *block.lines]
    if isinstance(block, Chart):
        return [f"Figure 1. {block.title}", block.subtitle, *texts_of(block.table)]
    cells = [text for row in block.rows for text in (row.heading, *row.cells)]
    return [block.caption, *block.columns, *cells, block.note]


def pictured(sections: Sequence[Section]) -> frozenset[str]:
    """Keys of the charts that are drawn besides page one's; the others are shown as tables only.

    These are the first ones, and every map, which no table replaces.
    """
    charts = [block for section in sections for block in section.blocks if isinstance(block, Chart)]
    return frozenset(
        chart.key
        for place, chart in enumerate(charts)
        if place < _MOST_PICTURES or isinstance(chart.picture, TileMap)
    )


def fitted(briefing: Briefing) -> tuple[tuple[Section, ...], tuple[str, ...], int]:
    """The sections within the limit, what was left out, and the number of words.

    Sections that have a short form are replaced by it. Then things are left out one by one, as far
    as needed: share codes, the annex, the record's blemishes, the user's own words beyond a few
    hundred, method, analyses, more of the user's own words, and last charts and sources.
    """
    left_out: list[str] = []
    sections = tuple(briefing.short_sections.get(s.key, s) for s in briefing.sections)
    for step in _STEPS:
        if _total(briefing, sections, left_out) <= MAXIMUM_WORDS:
            break
        sections = step(sections, left_out)
    sections = tuple(map(_without_bare_headings, sections))
    return sections, tuple(left_out), _total(briefing, sections, left_out)


_Step: TypeAlias = Callable[[tuple[Section, ...], list[str]], tuple[Section, ...]]
"""Leaves something out and adds its name to a list."""


def _without_blocks(*kinds: type[Block]) -> _Step:
    """A step that leaves out blocks of some kinds that their sections mark as lengthy."""

    def step(sections: tuple[Section, ...], left_out: list[str]) -> tuple[Section, ...]:
        return tuple(
            _without(
                section,
                frozenset(p for p in section.at_length if isinstance(section.blocks[p], kinds)),
                left_out,
            )
            for section in sections
        )

    return step


def _without_section(key: str) -> _Step:
    def step(sections: tuple[Section, ...], left_out: list[str]) -> tuple[Section, ...]:
        left_out += [section.heading for section in sections if section.key == key]
        return tuple(section for section in sections if section.key != key)

    return step


def _own_words_up_to(most: int) -> _Step:
    def step(sections: tuple[Section, ...], _left_out: list[str]) -> tuple[Section, ...]:
        return tuple(_shortened(section, most) for section in sections)

    return step


def _without_last_chart(sections: tuple[Section, ...], left_out: list[str]) -> tuple[Section, ...]:
    for place in range(len(sections) - 1, -1, -1):
        section = sections[place]
        charts = [p for p, block in enumerate(section.blocks) if isinstance(block, Chart)]
        if charts:
            shorter = _without(section, frozenset(charts[-1:]), left_out)
            return (*sections[:place], shorter, *sections[place + 1 :])
    return sections


def _without_sources(sections: tuple[Section, ...], left_out: list[str]) -> tuple[Section, ...]:
    return tuple(
        _without(section, section.if_need_be, left_out) if section.if_need_be else section
        for section in sections
    )


_STEPS: tuple[_Step, ...] = (
    _without_blocks(Code),
    _without_section("annex"),
    _without_blocks(Subheading, Bullets),
    _own_words_up_to(_WORDS_OF_OPTIONS),
    *map(_without_section, _OPTIONAL),
    _own_words_up_to(0),
    *(_without_last_chart,) * _MOST_CHARTS,
    _without_sources,
)


def _without(section: Section, places: frozenset[int], left_out: list[str]) -> Section:
    """The section without some of its blocks, whose names are added to `left_out`."""
    if not places:
        return section
    names = (_name(section.blocks[place]) for place in sorted(places))
    left_out += [name for name in dict.fromkeys(names) if name and name not in left_out]
    kept = [block for place, block in enumerate(section.blocks) if place not in places]

    # the indices of blocks that may be left out later change with those left out now
    def moved(later: frozenset[int]) -> frozenset[int]:
        return frozenset(place - sum(gone < place for gone in places) for place in later - places)

    return replace(
        section,
        blocks=tuple(kept),
        at_length=moved(section.at_length),
        if_need_be=moved(section.if_need_be),
    )


def _name(block: Block) -> str:
    if isinstance(block, Chart):
        return f"chart “{block.title}”"
    if isinstance(block, Table):
        return f"table “{block.caption}”"
    if isinstance(block, Code):
        return "share codes"
    return block.text if isinstance(block, Subheading) else ""


def _shortened(section: Section, left: int) -> Section:
    """The options with the user's text cut to so many words, and a note of that."""
    if section.key != "options":
        return section
    blocks: list[Block] = []
    for block in section.blocks:
        if not isinstance(block, Paragraph):
            blocks.append(block)
            continue
        found = _WORD.findall(block.text)
        if len(found) <= left:
            blocks.append(block)
        elif left:
            said = f"… [shortened from {len(found):,} words]"
            blocks.append(Paragraph(" ".join([*found[:left], said])))
        left = max(0, left - len(found))
    return replace(section, blocks=tuple(blocks), at_length=frozenset(), if_need_be=frozenset())


def _without_bare_headings(section: Section) -> Section:
    """The section without headings that have lost everything below them."""
    followed = zip(section.blocks, [*section.blocks[1:], Subheading("")], strict=True)
    kept = tuple(
        block
        for block, after in followed
        if not (isinstance(block, Subheading) and isinstance(after, Subheading))
    )
    return section if kept == section.blocks else replace(section, blocks=kept)


def left_out_sentence(left_out: Sequence[str]) -> str:
    """A sentence on what was left out."""
    if not left_out:
        return ""
    return f"Left out here for length, and in the web page and the PDF: {'; '.join(left_out)}."


def count_sentence(words: int) -> str:
    """A sentence with the number of words, which the guidance for evidence asks for."""
    return f"Word count: {words:,} of at most {MAXIMUM_WORDS:,}, tables and captions included."


def _front_texts(briefing: Briefing) -> list[str]:
    front = briefing.front
    return [
        briefing.about.status,
        front.subject,
        front.title,
        front.answer,
        front.context,
        front.question,
        made_line(briefing),
        "Summary",
        *summary_items(briefing),
        front.reading,
        "Bear in mind",
        *front.caveats,
        *texts_of(front.table),
        f"Figure 1. {front.figure.title}",
        front.figure.subtitle,
    ]


def _total(briefing: Briefing, sections: Sequence[Section], left_out: Sequence[str]) -> int:
    drawn = pictured(sections)
    shown = (
        block.table if isinstance(block, Chart) and block.key not in drawn else block
        for section in sections
        for block in section.blocks
    )
    texts = [text for block in shown for text in texts_of(block)]
    headings = [section.heading for section in sections]
    closing = [left_out_sentence(left_out), count_sentence(MAXIMUM_WORDS)]
    return words_in([*_front_texts(briefing), *headings, *texts, *closing])


def summary_items(briefing: Briefing) -> tuple[str, ...]:
    """The three figures as sentences, then the other findings."""
    figures = []
    for headline in briefing.front.headlines:
        parts = [f"{headline.label}: {headline.figure} ({headline.range_text})"]
        further = (headline.past_text, headline.change_text, headline.note)
        parts += [text for text in further if text]
        figures.append("; ".join(parts) + ".")
    return (*figures, *briefing.front.summary)
