"""A monkey at the window, for a short while; `make soak` lets it play for longer."""

from __future__ import annotations

import pytest

from benchmarks.soak.monkey import monkey

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_a_monkey_breaks_nothing(qapp, tmp_path):
    with monkey(4, tmp_path, warm=False) as one:
        report = one.run(80, compare_every=80)
    assert report.faults == []
    assert report.actions == 80
    assert report.charts_compared >= 8
    assert len(report.by_kind) > 6
