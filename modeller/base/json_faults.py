"""Names the likely slip in JSON written by hand, where the parser only says what it expected."""

from __future__ import annotations

import re

from modeller.base.errors import Problem, problem
from modeller.base.language import lower_first, translatable, translate

_NEAR = 300
"""How many characters on each side of a fault are looked at."""
_CURLY = frozenset("“”„‟‘’‚‛«»‹›＂")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+")
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_NUMBER_BEFORE = re.compile(r"(?<![\w.])[-+]?[0-9][0-9,]*$")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PYTHON = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null",
           "NULL": "null", "Null": "null", "undefined": "null"}  # fmt: skip
_SIGN_OR_LETTER = re.compile(r"[%A-Za-z]")
_WITH_UNIT = re.compile(r"[0-9.,]+\s*[%£€$A-Za-z]")
_NUMBER = re.compile(r"[+.]?[0-9][0-9.,]*")
_CLOSING = {"}": translatable("JSON", "brace"), "]": translatable("JSON", "bracket")}


def written_fault(where: str, text: str, at: int, reason: str) -> Problem:
    """The problem at the place where a text stops being JSON, naming the likely slip.

    Parameters
    ----------
    at
        Where the parser stopped.
    reason
        The parser's message; used where no likely slip is recognised.
    """
    here = text[at : at + 1]
    # enough to recognise every slip below, and bounded, so that a long text takes no longer
    before = text[max(0, at - _NEAR) : at].rstrip()
    if at > 0 and here.isspace():
        # the parser may point at the space before what it could not read
        here = text[at : at + _NEAR].lstrip()[:1]
    after = text[at : at + _NEAR].lstrip()
    return (
        _at_the_end(where, text, at)
        or _by_reason(where, before, here, reason)
        or _signs(where, text, at, before, here, after)
        or _numbers(where, before, after)
        or _names(where, before, here, after)
        or problem(
            where,
            "is not JSON ({reason})",
            "put it right there, or choose another file",
            reason=lower_first(reason),
        )
    )


def _at_the_end(where: str, text: str, at: int) -> Problem | None:
    if not text[at:].strip() and text[:1_000].lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return problem(
            where,
            "is where the file breaks off",
            "not all of it was saved or copied; fetch it again",
        )
    return None


def _by_reason(where: str, before: str, here: str, reason: str) -> Problem | None:
    if reason.startswith("Unterminated string"):
        return problem(
            where, "begins a text that does not end", 'put the second quotation mark, ", after it'
        )
    if "':' delimiter" in reason and here != "=":
        return problem(
            where, "comes without a colon before it", "write : between a name and its value"
        )
    if here == "," and before.endswith(","):
        return problem(where, "is a second comma", "take one of the two out")
    if reason.startswith("Extra data") and here in _CLOSING:
        return problem(where, "is one closing {sign} too many", "take it out", sign=here)
    return None


def _signs(where: str, text: str, at: int, before: str, here: str, after: str) -> Problem | None:
    comma_before = before.endswith(",")
    if here in _CLOSING and here and comma_before:
        return _trailing(where, here)
    if here == "," and re.match(r",\s*[}\]]", after):
        return _trailing(where, re.sub(r"[,\s]", "", after[:200])[:1])
    if after.startswith(("//", "/*", "#")):
        return problem(where, "is a comment", "take it out: JSON has none")
    if here in _CURLY and here:
        return problem(
            where,
            "has the quotation mark {mark}",
            'use the straight one, ", before and after',
            mark=here,
        )
    if here == "'":
        return problem(where, "has the quotation mark '", 'use the double one, ", before and after')
    if text[at : at + 1] in ("\n", "\r", "\t") and text.count('"', 0, at) % 2:
        return problem(
            where,
            "has a line break or tab inside a text",
            "write \\n or \\t there, or end the text with a quotation mark first",
        )
    if text[at : at + 1] < " " and at < len(text) and text.count('"', 0, at) % 2:
        return problem(
            where,
            "has a control character inside a text",
            "take it out: it cannot be seen, and is often left over from copying",
        )
    if text[at : at + 1] == "\\" or (at and text[at - 1] == "\\"):
        return problem(
            where, "has a single backslash inside a text", "write two, \\\\, for each one"
        )
    return None


def _trailing(where: str, closing: str) -> Problem:
    return problem(
        where,
        "has a comma before the closing {bracket}",
        "take the comma out",
        bracket=translate("JSON", _CLOSING.get(closing, "bracket")),
    )


def _numbers(where: str, before: str, after: str) -> Problem | None:
    number = _NUMBER.match(after)
    left = _NUMBER_BEFORE.search(before)
    whole = ""
    if left is not None and before.endswith(","):
        # in 1,400 the parser took the 1 for the value and then expected a name
        rest = re.match(r"[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?", after)
        whole = left[0] + rest[0] if rest else ""
    elif left is not None and after.startswith(","):
        rest = re.match(r"(?:,[0-9]+)+", after)
        whole = left[0] + rest[0] if rest else ""
    if whole:
        plain = whole.split(".")[0]
        if _GROUPED.fullmatch(plain):
            return problem(
                where,
                "is in the number {number}",
                "write it without the comma: {plain}",
                number=whole,
                plain=whole.replace(",", ""),
            )
        if _DECIMAL_COMMA.fullmatch(plain):
            return problem(
                where,
                "is in the number {number}",
                "write it with a point: {plain}",
                number=whole,
                plain=whole.replace(",", "."),
            )
    if after[:1] in ("£", "$", "€") or (number and _WITH_UNIT.match(after)):
        return problem(
            where, "is a number with a sign or a unit", "write the number alone, without quotes"
        )
    if left is not None and not before.endswith(",") and _SIGN_OR_LETTER.match(after):
        return problem(
            where, "stands after a number", "write the number alone, without sign or unit"
        )
    if number or (left is not None and after[:1].isdigit()):
        return problem(
            where,
            "is in a number that JSON does not write so",
            "write it like 0.5, 7 or -3: no plus, no noughts before it, a figure before the point",
        )
    return None


def _names(where: str, before: str, here: str, after: str) -> Problem | None:
    word = _WORD.match(after) if before else None
    if word and word[0] in _PYTHON:
        return problem(where, "is {word}", "write {plain}", word=word[0], plain=_PYTHON[word[0]])
    if word:
        return problem(
            where,
            "is {word}, a word without quotation marks",
            'write "{word}"',
            word=word[0][:40],
        )
    ends_a_value = before[-1:].isalnum() or before[-1:] in ('"', "}", "]")
    if here in ('"', "{", "[") and ends_a_value:
        return problem(where, "comes without a comma before it", "put a comma between the two")
    if here == "=":
        return problem(where, "has = in place of a colon", "write : between name and value")
    return None
