"""Latin hypercubes: samples that cover the whole range of every input evenly."""

from __future__ import annotations

import numpy as np

from modeller.base.elementary import Floats
from modeller.model.sampling import uniforms


def column(seed: int, name: str, size: int) -> Floats:
    """Shares in (0, 1) for one input, shape (size,): one in each of `size` equal parts, shuffled.

    They depend only on seed, name and size, so that another input leaves every other column
    unchanged.
    """
    order = np.argsort(uniforms(seed, f"{name} order", 0, size), kind="stable")
    return (order + uniforms(seed, f"{name} place", 0, size)) / size
