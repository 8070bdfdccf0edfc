"""Shortens drawings for a page without changing their look.

Matplotlib names every group, places every letter to a millionth of a point and repeats the name of
the font at each. Twelve such drawings would take more room than the rest of a page, and in an
explorable page leave less room for futures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import quote

_UNSEEN = re.compile(rb"<\?xml.*?\?>|<!DOCTYPE.*?>|<metadata>.*?</metadata>|<!--.*?-->", re.DOTALL)
_PATH = re.compile(rb' d="([^"]*)"')
_AROUND_LETTERS = re.compile(rb"\s*([A-Za-z])\s*|\s+")
_MOVED = re.compile(rb'(<use [^>]*?) transform="translate\(([-\d.]+) ([-\d.]+)\)"')
_PLACE = re.compile(rb' [xy]="[^"]*"| transform="translate\([^)]*\)')
_LONG = re.compile(rb"-?\d+\.\d{3,}")
_STYLE = re.compile(rb' style="[^"]*"')
_NAMED = re.compile(rb' id="([^"]+)"')
_CALLED = re.compile(rb'href="#([^"]+)"|url\(#([^)]+)\)')
_PLAIN_GROUP = re.compile(rb"<g>((?:(?!</?g\b).)*)</g>", re.DOTALL)
_ESCAPED = re.compile(r"[^A-Za-z0-9/:=,;()*+!@$~?\-._\[\]{}|^`']+")
"""Characters that need an escape in an address inside an attribute."""


_escape = cache(quote)  # the same few, thousands of times


def inlined(pictures: Mapping[str, bytes]) -> dict[str, str]:
    """By key, each SVG in the form that follows ``data:image/svg+xml,`` in an attribute."""
    return {key: _inlined(picture) for key, picture in pictures.items()}


def _inlined(picture: bytes) -> str:
    seen = re.sub(rb">\s+<", b"><", _UNSEEN.sub(b"", picture)).strip()
    seen = _MOVED.sub(_placed, seen.replace(b"xlink:href", b"href"))
    seen = seen.replace(b' xmlns:xlink="http://www.w3.org/1999/xlink"', b"")
    seen = _PLACE.sub(lambda place: _LONG.sub(_rounded, place[0]), seen)
    seen = _STYLE.sub(lambda style: re.sub(rb"([:;]) ", rb"\1", style[0]), seen)
    seen = _PATH.sub(_tight_path, _without_idle_groups(_renamed(seen)))
    return _ESCAPED.sub(lambda few: _escape(few[0]), seen.replace(b'"', b"'").decode())


def _placed(use: re.Match[bytes]) -> bytes:
    """Letters with their position as attributes instead of a transform."""
    across, down = (_LONG.sub(_rounded, each) for each in (use[2], use[3]))
    places = ((b"x", across), (b"y", down))
    return use[1] + b"".join(b' %s="%s"' % each for each in places if each[1] != b"0")


def _rounded(number: re.Match[bytes]) -> bytes:
    """Numbers rounded to a hundredth of a point, or of the letters' units."""
    short = f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
    return b"0" if short == "-0" else short.encode()


def _renamed(picture: bytes) -> bytes:
    """Names shortened, where only the drawing itself refers to them."""
    called = {one or other for one, other in _CALLED.findall(picture)}
    given = [name for name in _NAMED.findall(picture) if name in called]
    short = {name: b"%x" % number for number, name in enumerate(dict.fromkeys(given))}
    short = {name: b"n" + number for name, number in short.items()}

    def call(found: re.Match[bytes]) -> bytes:
        name = found[1] or found[2]
        return found[0].replace(b"#" + name, b"#" + short.get(name, name))

    named = _NAMED.sub(
        lambda found: b' id="%s"' % short[found[1]] if found[1] in short else b"", picture
    )
    return _CALLED.sub(call, named)


def _without_idle_groups(picture: bytes) -> bytes:
    """The drawing without groups that have no attributes, from the innermost outwards."""
    while True:
        fewer = _PLAIN_GROUP.sub(rb"\1", picture).replace(b"<g/>", b"")
        if fewer == picture:
            return picture
        picture = fewer


def _tight_path(path: re.Match[bytes]) -> bytes:
    short = _LONG.sub(_rounded, path[1])
    return b' d="' + _AROUND_LETTERS.sub(_tight, short).strip() + b'"'


def _tight(found: re.Match[bytes]) -> bytes:
    return found[1] or b","
