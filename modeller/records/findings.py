"""Unusual things in a user's table that must be confirmed, and the possible answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from modeller.base.language import numeral, translate

_SHOWN = 6


@dataclass(frozen=True)
class Choice:
    """One answer: its key, which ``--accept`` takes, and what happens then."""

    key: str
    what: str


@dataclass(frozen=True)
class Finding:
    """Something that must be confirmed before a record is kept.

    Attributes
    ----------
    kind
        ``totals``, ``future-dates`` and so on: one of each kind at most.
    what
        A sentence that names the rows.
    choices
        The possible answers; until one is given, the preview shows the effect of the first.
    lines
        The lines that it is about.
    accepted
        The key of the answer given; empty until there is one.
    texts
        Cells for which a number can be given instead of choosing an answer.
    """

    kind: str
    what: str
    choices: tuple[Choice, ...]
    lines: tuple[int, ...] = ()
    accepted: str = ""
    texts: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still has to be confirmed."""
        return not self.accepted

    def and_also(self, other: Finding) -> Finding:
        """This and another of the same kind joined, which are confirmed together."""
        return replace(
            self,
            what=f"{self.what} {other.what}",
            lines=(*self.lines, *other.lines),
            texts=tuple(dict.fromkeys((*self.texts, *other.texts))),
        )


def one_of_a_kind(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, with those of the same kind joined into one."""
    joined: dict[str, Finding] = {}
    for finding in findings:
        first = joined.get(finding.kind)
        joined[finding.kind] = finding if first is None else first.and_also(finding)
    return tuple(joined.values())


@dataclass(frozen=True)
class LeftOut:
    """A row that is not used: its line, the finding or rule that leaves it out, and its text."""

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
    """A finding, with the one of its choices that was accepted."""
    offered = tuple(Choice(key, text) for key, text in choices)
    given = next((choice.key for choice in offered if choice.key in accept), "")
    return Finding(kind, what, offered, tuple(lines), given)


def lines_words(lines: Iterable[int]) -> str:
    """Lines as a sentence names them: ``lines 3, 4 and 9``; only the first of many."""
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
