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


def source_text(_context: str, text: str, n: int | None) -> str:
    """The source text, with English's plural: what is said without a translator."""
    if n is None:
        return text
    return text.replace("(s)", "" if n == 1 else "s").replace("%n", str(n))


_installed: list[Translator] = [source_text]
_in_source: ContextVar[bool] = ContextVar("in_source", default=False)


def install(translator: Translator | None) -> None:
    """Say texts through `translator` from now on; None goes back to the source texts."""
    _installed[0] = translator or source_text


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
        A count that chooses between singular and plural, written ``%n`` in the text, where
        ``(s)`` stands for the English plural: ``translate("Grid", "%n scenario(s)", n=count)``.
    """
    say = source_text if _in_source.get() else _installed[0]
    said = say(context, text, n)
    return said.format(**values) if values else said


def translatable(_context: str, text: str, /) -> str:
    """The text as it is, collected for translation: for a constant that is translated at use."""
    return text
