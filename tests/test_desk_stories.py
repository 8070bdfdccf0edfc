"""Random stories of the desk, its undo and its files, a few of them; `make soak` tells more."""

from __future__ import annotations

import pytest

from benchmarks.soak import desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_no_story_of_undo_and_files_loses_anything(qapp):
    assert desk.run(examples=12, steps=20) > 100
