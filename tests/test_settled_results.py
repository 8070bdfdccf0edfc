"""No number moves unasked: settled results against those that were kept."""

from __future__ import annotations

import pytest

from docs import model_2_page
from modeller import kernel
from modeller.projection import project
from tests.settled_results import asked, kept, result

KEPT = kept()
ASKED = dict(asked())


def test_that_the_oracle_asks_what_was_kept():
    assert list(ASKED) == list(KEPT)


@pytest.mark.parametrize("name", ASKED)
def test_that_the_compiled_kernel_gives_what_was_kept_to_the_last_bit(name):
    kernel.compile_now()
    assert result(project(ASKED[name])) == KEPT[name]


@pytest.mark.parametrize("name", list(ASKED)[::3])
def test_that_the_equations_on_arrays_give_what_was_kept_to_the_last_bit(name, monkeypatch):
    monkeypatch.setattr(kernel, "ready", lambda: False)
    assert result(project(ASKED[name])) == KEPT[name]


def test_that_the_page_on_both_versions_is_what_their_results_say():
    assert model_2_page.PAGE.read_text("utf-8") == model_2_page.text()
