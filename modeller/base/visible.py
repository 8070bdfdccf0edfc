"""Whether a text shows anything, and what of it would move a terminal's cursor.

Unicode has many kinds of space, characters of no width, and a few letters that are drawn blank.
"""

from __future__ import annotations

import re
import unicodedata

_DRAWN_AS_NOTHING = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Fillers that count as letters or marks, and the Braille pattern without dots."""
_NOT_SEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Zl", "Zp", "Zs"})

_NOBODY = frozenset(
    {
        "n/a", "notapplicable", "none", "nobody", "unknown", "pending",
        "tbc", "tba", "tbd", "tobeconfirmed", "tobeannounced", "tobedecided", "tobedetermined",
        "s/o", "sansobjet", "néant", "aucun", "aucune", "inconnu", "inconnue",
        "enattente", "àconfirmer", "àdéfinir", "àdéterminer", "àpréciser",
    }
)  # fmt: skip
"""What is written, in English or French, where there is no name, without spaces.

Whatever is somebody's name or initials is not among them: Na, Nan, Nil, Null, Todo, Noone, N.A.
"""
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")

_MOVES_THE_CURSOR = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""A file's name can hold them, and a stranger may have named the file."""


def _is_seen(character: str) -> bool:
    return character not in _DRAWN_AS_NOTHING and unicodedata.category(character) not in _NOT_SEEN


def is_blank(text: str) -> bool:
    """Whether the text shows nothing at all."""
    return not any(map(_is_seen, text))


def names_somebody(text: str) -> bool:
    """Whether the text can be a name: it shows a letter or digit, and does not say “none”."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    bare = _AROUND.sub("", "".join(filter(_is_seen, plain)))
    return any(map(str.isalnum, bare)) and bare not in _NOBODY


def seen(text: str) -> str:
    """The text, with escapes for what would move a terminal's cursor, colour or reorder it."""
    return _MOVES_THE_CURSOR.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
