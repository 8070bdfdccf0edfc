"""How every function of the kernel is compiled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit  # noqa: TID253 - imported only once the first frame is on the screen

from modeller.kernel.keeping import keep

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """The function as machine code that runs without Python's lock.

    Without fastmath: the compiler may neither reorder a sum nor fuse a product into it, so
    the equations give the bits that numpy gives. Division by zero gives infinity, as numpy's.
    """
    dispatcher = njit(nogil=True, error_model="numpy")(function)
    keep(dispatcher, function)
    return cast(Function, dispatcher)
