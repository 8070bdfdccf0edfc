"""The scenarios that come with the modeller, by name: data, which knows nothing of the model."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

SUFFIX = ".scenario.json"


@cache
def names() -> tuple[str, ...]:
    """Names of the shipped scenarios, in alphabetical order; ``baseline`` is the first."""
    return tuple(
        sorted(
            file.name.removesuffix(SUFFIX)
            for file in files("scenarios").iterdir()
            if file.name.endswith(SUFFIX)
        )
    )


def read_text(name: str) -> str:
    """The text of the shipped scenario `name`.

    Raises
    ------
    KeyError
        When none is called so.
    """
    if name not in names():
        raise KeyError(name)
    return (files("scenarios") / f"{name}{SUFFIX}").read_text("utf-8")
