"""Colours stand out as WCAG 2.2 asks, text grows, and light and dark change everything at once."""

from __future__ import annotations

from dataclasses import fields
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
)

from modeller.base.contrast import contrast
from tests.colour_vision import SIMULATED, apart, lab
from ui.look.running_text import RunningText
from ui.look.style import (
    DARK,
    DASHES,
    HATCH,
    INNER,
    LETTERS,
    LIGHT,
    OUTER,
    SIZES,
    line_pen,
    marker,
    mix,
    palette,
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


GROUNDS = ("paper", "raised")
TEXTS = {"ink", "muted", "problem", "accent"}
SHAPES = {"control", "accent", "ink", "problem"}
OF_SCENARIOS = {"scenarios", "scenario_texts"}
CARRY_NOTHING = {"hairline", "track"}
"""Rules between panels and behind charts, the empty groove: what they mark is said otherwise."""


def test_that_every_token_is_held_to_a_contrast_or_carries_nothing(colours):
    known = {*GROUNDS, *TEXTS, *SHAPES, *OF_SCENARIOS, *CARRY_NOTHING, "dark"}
    assert {field.name for field in fields(colours)} == known


@pytest.mark.parametrize("ground", GROUNDS)
def test_that_every_text_stands_out_from_what_it_stands_on(colours, ground):
    texts = {name: getattr(colours, name) for name in TEXTS}
    texts |= {letter: colours.scenario_text(letter) for letter in LETTERS}
    faint = {n: c for n, c in texts.items() if contrast(c, getattr(colours, ground)) < 4.5}
    assert not faint


def test_that_every_line_and_shape_stands_out_from_what_it_stands_on(colours):
    shapes = {letter: colours.scenario(letter) for letter in LETTERS}
    shapes |= {name: getattr(colours, name) for name in SHAPES}
    assert not {n: c for n, c in shapes.items() if contrast(c, colours.paper) < 3.0}
    # on raised paper a scenario's line stands in its chip only, beside its letter
    assert not {n: shapes[n] for n in SHAPES if contrast(shapes[n], colours.raised) < 3.0}


def test_that_hue_belongs_to_scenarios_alone(colours):
    """And to what is wrong: every other token is as good as grey."""
    for token in fields(colours):
        value = getattr(colours, token.name)
        if token.name in {*OF_SCENARIOS, "dark", "problem"}:
            continue
        channels = [int(value[i : i + 2], 16) for i in (1, 3, 5)]
        assert max(channels) - min(channels) <= 12, token.name


def test_that_what_lies_on_a_tint_stands_out_from_it(colours):
    accent, ink = colours.accent, colours.ink
    assert contrast(ink, colours.tint(accent, 0.10)) >= 4.5  # a changed cell of the grid
    # a swatch says what hatching means
    assert contrast(colours.tint(ink, OUTER + HATCH), colours.tint(ink, OUTER)) > 1.15
    for letter in LETTERS:
        line = colours.scenario(letter)
        for share in (OUTER, INNER):
            tint = colours.tint(line, share)
            assert contrast(colours.tint(line, share + HATCH), tint) > 1.1, (letter, share)
        # a line that its own tint would swallow is stroked on a margin of paper
        assert max(contrast(line, colours.tint(line, INNER)), contrast(line, colours.paper)) >= 3.0
        assert contrast(colours.paper, line) >= 3.0  # the notch of a whisker


@pytest.mark.parametrize("vision", SIMULATED)
def test_that_scenarios_are_told_apart_in_three_kinds_of_sight(colours, vision):
    found = {
        a + b: apart(colours.scenario(a), colours.scenario(b), vision)
        for a, b in combinations(LETTERS, 2)
    }
    assert min(found.values()) > 10.0, found


def test_that_the_simulated_sight_is_what_it_is_said_to_be():
    """Grey stays grey, and red and green of one lightness, far apart, come close."""
    for vision in SIMULATED:
        assert apart("#808080", "#808080", vision) == 0.0
        assert abs(lab("#808080", vision)[1:]).max() < 1.0
    red, green = "#C65B4F", "#5F8B3A"
    assert apart(red, green, "deuteranopia") < 0.5 * apart(red, green, "usual")


ROLE, GROUP = QPalette.ColorRole, QPalette.ColorGroup
PAIRS = (
    (ROLE.WindowText, ROLE.Window, 4.5),
    (ROLE.Text, ROLE.Base, 4.5),
    (ROLE.Text, ROLE.AlternateBase, 4.5),
    (ROLE.ButtonText, ROLE.Button, 4.5),
    (ROLE.PlaceholderText, ROLE.Base, 4.5),
    (ROLE.HighlightedText, ROLE.Highlight, 4.5),
    (ROLE.ToolTipText, ROLE.ToolTipBase, 4.5),
    (ROLE.Link, ROLE.Base, 4.5),
    (ROLE.BrightText, ROLE.Window, 4.5),
    (ROLE.Highlight, ROLE.Base, 3.0),  # the frame of the field that has the focus
    (ROLE.Dark, ROLE.Window, 3.0),  # the outlines of fields and buttons
    (ROLE.Dark, ROLE.Base, 3.0),
    (ROLE.Dark, ROLE.Button, 3.0),
)


def test_that_qts_own_widgets_have_the_same_contrast(colours):
    shown = palette(colours)
    for group in (GROUP.Active, GROUP.Inactive):
        for first, second, least in PAIRS:
            pair = (shown.color(group, role).name() for role in (first, second))
            assert contrast(*pair) >= least, (group, first, second)
    # what cannot be used is excepted from the standard, and can be read nevertheless
    for role in (ROLE.WindowText, ROLE.Text, ROLE.ButtonText):
        faint = shown.color(GROUP.Disabled, role).name()
        assert contrast(faint, colours.raised) >= 3.0


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_that_fields_boxes_and_buttons_have_an_outline_that_can_be_seen(appearance, mode, qtbot):
    appearance.set_mode(mode)
    for kind in (QCheckBox, QRadioButton, QLineEdit, QSpinBox, QComboBox, QPushButton, QListWidget):
        widget = kind()
        qtbot.addWidget(widget)
        widget.resize(120, 40)
        image = widget.grab().toImage()
        middle = image.height() // 2
        edge = [image.pixelColor(x, middle).name() for x in range(4)]
        strongest = max(contrast(colour, appearance.colours.paper) for colour in edge)
        assert strongest >= 3.0, (kind.__name__, edge)


def test_that_text_on_a_selection_can_be_read(colours):
    assert contrast(colours.paper, colours.accent) >= 4.5


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


def test_that_words_keep_their_ink_through_a_change_of_theme(appearance, qtbot):
    appearance.set_mode("light")
    words = RunningText("Against B", ink="muted")
    qtbot.addWidget(words)
    words.resize(200, 40)
    for mode in ("dark", "light", "dark"):
        appearance.set_mode(mode)
        image = words.grab().toImage()
        seen = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
        }
        assert appearance.colours.muted.lower() in seen


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


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_a_tick_box_grows_with_the_text_and_covers_none_of_it(appearance, qtbot, scale):
    appearance.set_text_scale(scale)
    box = QListWidget()
    qtbot.addWidget(box)
    box.addItem("Method")
    box.item(0).setCheckState(Qt.CheckState.Checked)
    option = QStyleOptionViewItem()
    delegate = box.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, box.indexFromItem(box.item(0)))
    option.rect = QRect(0, 0, 400, 60)
    parts = QStyle.SubElement
    tick = box.style().subElementRect(parts.SE_ItemViewItemCheckIndicator, option, box)
    text = box.style().subElementRect(parts.SE_ItemViewItemText, option, box)
    assert tick.width() == tick.height() == appearance.length(14)
    assert tick.right() < text.left()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_a_scroll_bar_grows_with_the_text(appearance, qtbot, scale):
    appearance.set_text_scale(scale)
    box = QListWidget()
    qtbot.addWidget(box)
    box.addItems(["Method"] * 99)
    box.show()
    assert box.verticalScrollBar().width() == appearance.length(14)


def inked(widget) -> int:
    """Pixels of the widget that are as dark as its ink."""
    image = widget.grab().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(*place).lightness() < 60 for place in places)


def test_that_arrows_grow_with_the_text(appearance, qtbot):
    appearance.set_mode("light")
    button = QToolButton()
    qtbot.addWidget(button)
    button.setAutoRaise(True)
    button.setArrowType(Qt.ArrowType.DownArrow)
    button.resize(60, 60)
    small = inked(button)
    appearance.set_text_scale(2.0)
    button.resize(60, 60)
    assert inked(button) > 3 * small > 0


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
