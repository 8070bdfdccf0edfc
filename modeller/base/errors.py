"""Errors that the user can correct: each names its place, and one exception carries them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from modeller.base.language import translate


@dataclass(frozen=True)
class Problem:
    """One fault in what the user gave.

    Attributes
    ----------
    where
        The place, in the user's terms: a key (``deployments_per_week``), a path in a file
        (``changes.officer_losses[2].value``) or a row (``line 14, faces_scanned``).
    what
        What is wrong there, with the offending value.
    remedy
        What would be right.
    """

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return translate(
            "Problem",
            "{where} {what}; {remedy}",
            where=self.where,
            what=self.what,
            remedy=self.remedy,
        )


def problem(where: str, what: str, remedy: str, /, **values: Any) -> Problem:
    """A problem in the user's language.

    `what` and `remedy` must be literals, so that ``make languages`` finds them, both here and in a
    method called ``fault`` that passes them on; ``{name}`` in them stands for a value:
    ``problem(where, "is {shown}", "it must be text", shown=shown(raw))``.
    """
    return Problem(
        where, translate("Problem", what, **values), translate("Problem", remedy, **values)
    )


def at_line(line: int, column: int | str = "") -> str:
    """A place in a file, in the user's language: a line, and perhaps a column's number or name."""
    if isinstance(column, int):
        return translate("Problem", "line {line}, column {column}", line=line, column=column)
    if column:
        return translate("Problem", "line {line}, {column}", line=line, column=column)
    return translate("Problem", "line {line}", line=line)


class ModellerError(Exception):
    """Everything that is wrong with one input, found in one pass.

    The window shows it as a banner, the command line prints each problem and exits with 2.
    """

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (
            (problems,) if isinstance(problems, Problem) else tuple(problems)
        )
        if not self.problems:
            raise ValueError("a ModellerError needs at least one problem")
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[ModellerError], tuple[tuple[Problem, ...]]]:
        """Pickle the problems themselves, so that another process receives more than a message."""
        return type(self), (self.problems,)


def refusal(where: str, what: str, remedy: str, /, **values: Any) -> ModellerError:
    """An error with a single problem, whose texts are literals as in `problem`."""
    return ModellerError(problem(where, what, remedy, **values))
