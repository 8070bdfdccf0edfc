"""Draws the pictures of docs/performance.md as SVG; bars and lines need no library."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

_WIDTH, _BAR, _LEFT = 720, 26, 250
_INK, _QUIET, _OURS, _OTHERS = "#1f2933", "#7b8794", "#0b6e8f", "#b8c4ce"
_FONT = 'font-family="sans-serif" font-size="13"'


def _text(x: float, y: float, words: str, anchor: str = "start", fill: str = _INK) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}">{escape(words)}</text>'
    )


def _page(height: float, title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" '
        f'role="img" {_FONT}>\n<title>{escape(title)}</title>\n'
        f'<rect width="{_WIDTH}" height="{height:.0f}" fill="white"/>\n'
        f'<text x="16" y="26" font-size="15" font-weight="bold" fill="{_INK}">{escape(title)}'
        "</text>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _seconds(value: float) -> str:
    return f"{value:.2g} s" if value >= 1 else f"{1e3 * value:.3g} ms"


def bars(title: str, seconds: Mapping[str, float], ours: Sequence[str]) -> str:
    """Horizontal bars of seconds on a logarithmic axis, with those named in `ours` emphasised."""
    low = 10 ** math.floor(math.log10(min(seconds.values())))
    high = 10 ** math.ceil(math.log10(max(seconds.values())))
    room = _WIDTH - _LEFT - 90

    def place(value: float) -> float:
        return room * math.log10(value / low) / math.log10(high / low)

    parts, bottom = [], 48 + (_BAR + 6) * len(seconds)
    tick = low
    while tick <= high * 1.001:
        x = _LEFT + place(tick)
        parts.append(f'<path d="M{x:.1f} 42V{bottom}" stroke="#e4e7eb"/>')
        parts.append(_text(x, bottom + 18, _seconds(tick), "middle", _QUIET))
        tick *= 10
    for index, (name, value) in enumerate(seconds.items()):
        y = 46 + (_BAR + 6) * index
        colour = _OURS if name in ours else _OTHERS
        parts.append(
            f'<rect x="{_LEFT}" y="{y}" width="{max(place(value), 2):.1f}" height="{_BAR}" '
            f'fill="{colour}"/>'
        )
        parts.append(_text(_LEFT - 10, y + 18, name, "end"))
        parts.append(_text(_LEFT + place(value) + 8, y + 18, _seconds(value)))
    return _page(bottom + 32, title, parts)


def lines(
    title: str, axis: str, curves: Mapping[str, tuple[Sequence[float], Sequence[float]]]
) -> str:
    """Milliseconds by size on logarithmic axes, with a dashed line of slope 1."""
    xs = [x for sizes, _ in curves.values() for x in sizes]
    ys = [y for _, values in curves.values() for y in values]
    x0, x1 = math.log10(min(xs)), math.log10(max(xs))
    y0, y1 = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))
    left, right, top, bottom = 90, _WIDTH - 40, 50, 330

    def at(x: float, y: float) -> tuple[float, float]:
        return (
            left + (right - left) * (math.log10(x) - x0) / (x1 - x0),
            bottom - (bottom - top) * (math.log10(y) - y0) / (y1 - y0),
        )

    parts = []
    for power in range(y0, y1 + 1):
        _, y = at(min(xs), 10.0**power)
        parts.append(f'<path d="M{left} {y:.1f}H{right}" stroke="#e4e7eb"/>')
        parts.append(_text(left - 10, y + 4, _seconds(10.0**power / 1e3), "end", _QUIET))
    parts += [
        _text(at(x, 10.0**y0)[0], bottom + 20, f"{x:,.0f}", "middle", _QUIET)
        for x in sorted(set(xs))
    ]
    for number, (name, (sizes, values)) in enumerate(curves.items()):
        colour = (_OURS, "#9b4dca", "#c2571a")[number % 3]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(at, sizes, values))
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
            for x, y in map(at, sizes, values)
        ]
        (xa, ya), (xb, yb) = (
            at(size, values[0] * size / sizes[0]) for size in (sizes[0], sizes[-1])
        )
        parts.append(
            f'<path d="M{xa:.1f} {ya:.1f}L{xb:.1f} {yb:.1f}" stroke="{_QUIET}" '
            'stroke-dasharray="5 4" fill="none"/>'
        )
        parts.append(_text(left + 14, top + 18 + 18 * number, name, fill=colour))
    parts.append(_text((left + right) / 2, bottom + 42, axis, "middle"))
    return _page(bottom + 56, title, parts)
