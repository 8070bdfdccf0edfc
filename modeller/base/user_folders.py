"""The user's own folders, by what is kept in them; one place for a user who has none."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from modeller.base.errors import refusal

APPLICATION = "modeller"


def user_folder(kind: Literal["cache", "config", "data", "state"]) -> Path:
    """The folder where the modeller keeps things of a kind for this user; it may not exist yet.

    Raises
    ------
    ModellerError
        When the system knows no home of this user, as in a container with a number for a user.
    """
    import platformdirs  # here, because a command that keeps nothing needs none

    place = getattr(platformdirs, f"user_{kind}_path")
    try:
        found: Path | None = place(APPLICATION, appauthor=False)
    except RuntimeError:  # Python's, for a ~ that stands for nothing
        found = None
    # before 4.3 it gave back the ~ itself, a folder in whatever folder one happens to be in
    if found is None or not found.is_absolute():
        raise refusal(
            "HOME",
            "is not set, and the system knows no home folder of this user",
            "set it, or {variable}, to a folder that you may write in",
            variable=f"XDG_{kind.upper()}_HOME",
        )
    return found
