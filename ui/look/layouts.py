"""Layouts inside layouts, put together so that PySide cannot mistake one object for another.

When a layout that already holds something is put inside another or into a widget, PySide keeps a
Python object for each of its items. Qt deletes an item whenever its widget moves elsewhere, the
Python object stays, and whatever the memory at its address is used for next is taken for a layout's
item: an event or a widget, say, which ends the process. An empty layout has no items to keep.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout

_Inner = TypeVar("_Inner", bound=QLayout)


def nested(outer: QBoxLayout | QGridLayout, inner: _Inner, *where: int) -> _Inner:
    """Put a layout that is still empty into another one, and return it to be filled.

    Parameters
    ----------
    where
        Its stretch in a box; its row and column in a grid.

    Raises
    ------
    ValueError
        If it already holds something.
    """
    if inner.count():
        raise ValueError("fill a layout only once it is inside the other one")
    if isinstance(outer, QGridLayout):
        row, column = where
        outer.addLayout(inner, row, column)
    else:
        outer.addLayout(inner, *where)
    return inner
