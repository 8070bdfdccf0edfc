"""The language that texts are said in: English is the source, and a translator may stand between.

Texts for people go through `translate`, wherever they are made. Here it knows nothing of how
translations are kept: the window installs a translator (Qt's), the command line and the briefing
say the source texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Translator = Callable[[str, str, int | None], str]
"""Context, source text and count → the text to show, its placeholders untouched."""


def _source(_context: str, text: str, n: int | None) -> str:
    return text if n is None else text.replace("%n", str(n))


_installed: list[Translator] = [_source]
_in_source: ContextVar[bool] = ContextVar("in_source", default=False)


def install(translator: Translator | None) -> None:
    """Say texts through `translator` from now on; None goes back to the source texts."""
    _installed[0] = translator or _source


@contextmanager
def source_language() -> Iterator[None]:
    """Say the source texts for as long as this lasts: a briefing is in one language throughout."""
    token = _in_source.set(True)
    try:
        yield
    finally:
        _in_source.reset(token)


def translate(context: str, text: str, /, *, n: int | None = None, **values: object) -> str:
    """The text in the user's language, with its placeholders filled.

    The first two arguments are written out as literals, so that the texts can be collected:
    ``translate("Lever", "Reset to {place}", place=place)``.

    Parameters
    ----------
    context
        Where the text stands, which tells a translator what it means.
    text
        The source text; ``{name}`` stands for a value.
    n
        A count that chooses between singular and plural, written ``%n`` in the text.
    """
    say = _source if _in_source.get() else _installed[0]
    said = say(context, text, n)
    return said.format(**values) if values else said
