"""The ledger that a command works on: the one that was named, or the user's own."""

from __future__ import annotations

from pathlib import Path

from modeller.base.errors import ModellerError, Problem
from modeller.base.paths import is_folder, is_there
from modeller.ledger import default_path


def given_ledger(named: str | None, *, begins: bool = False) -> Path:
    """The path of the ledger named, or of the user's own, which may not have been begun.

    Parameters
    ----------
    begins
        Whether the command begins a ledger where there is none, as only locking does.

    Raises
    ------
    ModellerError
        When what was named is no file, or is not there.
    """
    if named is None:
        return default_path()
    path = Path(named)
    there = named != "" and is_there(path)
    if named in ("", "-") or (there and not path.is_file() and not is_folder(path)):
        what = f"is {named}, which is no file" if named else "names no file"
        remedy = "name the file of a ledger, or leave it out for your own"
        raise ModellerError(Problem("--ledger", what, remedy))
    # with its end still beside it, it was deleted, and is damaged
    if not begins and not there and not is_there(f"{named}.head"):
        remedy = "check its name and place, or leave out --ledger for your own"
        raise ModellerError(Problem(named, "is not there", remedy))
    return path
