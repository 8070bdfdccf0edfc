"""Makes text safe for spreadsheets, which run any text that begins like a formula."""

from __future__ import annotations

# East Asian versions accept the full-width signs, too
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def begins_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet might run `text` as a formula instead of showing it."""
    return text.startswith(_FORMULA)


def harmless(text: str) -> str:
    """The text for a CSV cell or the clipboard, kept text by an apostrophe in front if need be."""
    return f"'{text}" if begins_like_a_formula(text) else text
