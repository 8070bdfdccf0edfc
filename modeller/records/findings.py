"""What is unusual in a table of people's own, and what they can say to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from modeller.base.language import numeral, translate

_SHOWN = 6


@dataclass(frozen=True)
class Choice:
    """One answer: the word that is given with ``--accept``, and what happens then."""

    key: str
    what: str


@dataclass(frozen=True)
class Finding:
    """One thing that must be confirmed before a record is kept.

    Attributes
    ----------
    kind
        ``totals``, ``future-dates`` and so on: one of each kind at most.
    what
        A sentence that names the rows.
    choices
        What can be said to it; what the first does is what the preview shows meanwhile.
    lines
        The lines it is about.
    accepted
        The key that was given; empty while none was.
    texts
        Cells that can be given a number to be read as, instead of any of the choices.
    """

    kind: str
    what: str
    choices: tuple[Choice, ...]
    lines: tuple[int, ...] = ()
    accepted: str = ""
    texts: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it has still to be confirmed."""
        return not self.accepted

    def and_also(self, other: Finding) -> Finding:
        """This and another of the same kind as one: they are confirmed together."""
        return replace(
            self,
            what=f"{self.what} {other.what}",
            lines=(*self.lines, *other.lines),
            texts=tuple(dict.fromkeys((*self.texts, *other.texts))),
        )


@dataclass(frozen=True)
class LeftOut:
    """A row that is not taken: its line, which finding or rule leaves it out, and its text."""

    line: int
    kind: str
    text: str


def found(
    kind: str,
    what: str,
    choices: Iterable[tuple[str, str]],
    lines: Iterable[int],
    accept: frozenset[str],
) -> Finding:
    """A finding, with what was accepted of its choices."""
    offered = tuple(Choice(key, text) for key, text in choices)
    given = next((choice.key for choice in offered if choice.key in accept), "")
    return Finding(kind, what, offered, tuple(lines), given)


def lines_words(lines: Iterable[int]) -> str:
    """Lines as a sentence names them: ``lines 3, 4 and 9``, the first few where there are many."""
    numbers = [str(line) for line in lines]
    if len(numbers) == 1:
        return translate("Import", "line {line}", line=numbers[0])
    if len(numbers) <= _SHOWN:
        return translate(
            "Import", "lines {some} and {last}", some=", ".join(numbers[:-1]), last=numbers[-1]
        )
    return translate(
        "Import",
        "lines {some} and {count} more",
        some=", ".join(numbers[:_SHOWN]),
        count=numeral(len(numbers) - _SHOWN),
    )


def cropped(text: str, most: int = 60) -> str:
    """A text as a message quotes it."""
    return text if len(text) <= most else text[: most - 1] + "…"


def capital(text: str) -> str:
    """The text with its first letter large, to begin a sentence."""
    return text[:1].upper() + text[1:]
