"""Colours stand out as WCAG 2.2 asks, text grows, and light and dark change everything at once."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontInfo, QPalette

from ui.style import (
    DARK,
    DASHES,
    INNER,
    LETTERS,
    LIGHT,
    OUTER,
    SIZES,
    contrast,
    line_pen,
    marker,
    mix,
    theme,
)


@pytest.fixture
def appearance(qapp):
    yield theme()
    theme().set_text_scale(1.0)
    theme().set_mode("system")


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def colours(request):
    return request.param


def test_that_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_that_every_text_stands_out_from_what_it_stands_on(colours, ground):
    texts = {name: getattr(colours, name) for name in ("ink", "muted", "problem")}
    texts |= {kind: colours.group_text(kind) for kind in ("choice", "circumstance", "belief")}
    texts |= {letter: colours.scenario_text(letter) for letter in LETTERS}
    faint = {n: c for n, c in texts.items() if contrast(c, getattr(colours, ground)) < 4.5}
    assert not faint


def test_that_every_line_and_shape_stands_out_from_the_paper(colours):
    shapes = {letter: colours.scenario(letter) for letter in LETTERS}
    shapes |= {kind: colours.group(kind) for kind in ("choice", "circumstance", "belief")}
    shapes["control"] = colours.control
    faint = {n: c for n, c in shapes.items() if contrast(c, colours.paper) < 3.0}
    assert not faint


def test_that_text_on_a_selection_can_be_read(colours):
    assert contrast(colours.paper, colours.choice) >= 4.5


def test_that_the_inner_band_is_darker_than_the_outer_and_both_differ_from_the_paper(colours):
    for letter in LETTERS:
        line = colours.scenario(letter)
        steps = [colours.paper, colours.tint(line, OUTER), colours.tint(line, INNER), line]
        distances = [contrast(step, colours.paper) for step in steps]
        assert distances == sorted(distances)
        assert all(contrast(a, b) > 1.1 for a, b in pairwise(steps))


def test_that_a_mix_is_opaque_and_between_its_parts():
    assert mix("#000000", "#FFFFFF", 0.0) == "#FFFFFF"
    assert mix("#000000", "#FFFFFF", 1.0) == "#000000"
    assert mix("#12436D", "#FFFFFF", 0.2) == "#D0D9E2"


def test_that_scenarios_differ_by_more_than_colour():
    assert len({DASHES[letter] for letter in LETTERS}) == len(LETTERS)
    outlines = {
        letter: marker(letter, QPointF(0, 0), 10).toFillPolygon().toList() for letter in LETTERS
    }
    assert all(outlines[a] != outlines[b] for a, b in combinations(LETTERS, 2))
    assert line_pen("A", "#000000", 2).style() == Qt.PenStyle.SolidLine
    assert line_pen("B", "#000000", 2).style() == Qt.PenStyle.CustomDashLine


def test_that_dark_turns_the_palette_and_says_so(appearance, qapp, qtbot):
    appearance.set_mode("light")
    with qtbot.waitSignal(appearance.changed):
        appearance.set_mode("dark")
    assert appearance.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.paper
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK.ink
    appearance.set_mode("light")
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.paper


def test_that_an_appearance_nobody_has_is_refused(appearance):
    with pytest.raises(ValueError, match="'sepia'"):
        appearance.set_mode("sepia")


def test_that_twice_the_text_size_doubles_every_size_and_length(appearance):
    before = {text: QFontInfo(appearance.font(text)).pixelSize() for text in SIZES}
    eight = appearance.length(8)
    appearance.set_text_scale(2.0)
    for text, size in before.items():
        assert QFontInfo(appearance.font(text)).pixelSize() == pytest.approx(2 * size, abs=1)
    assert appearance.length(8) == 2 * eight


def test_that_text_is_never_smaller_than_the_design(appearance):
    for text, size in SIZES.items():
        assert appearance.font(text).pixelSize() >= size


def test_that_figures_have_one_width(appearance):
    from PySide6.QtGui import QFont, QFontMetricsF

    font = appearance.font("body", bold=True)
    assert font.featureValue(QFont.Tag("tnum")) == 1
    metrics = QFontMetricsF(font)
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


def test_that_there_is_one_theme(appearance):
    assert theme() is appearance
