"""Latin hypercubes: samples that cover every input's whole range evenly, the same everywhere."""

from __future__ import annotations

import numpy as np

from modeller.base.elementary import Floats
from modeller.model.sampling import uniforms


def column(seed: int, name: str, size: int) -> Floats:
    """One input's shares in (0, 1), shape (size,): one in each of `size` equal parts, shuffled.

    It depends on the seed, the name and the size only, so that one more input leaves every
    other column as it was.
    """
    order = np.argsort(uniforms(seed, f"{name} order", 0, size), kind="stable")
    return (order + uniforms(seed, f"{name} place", 0, size)) / size
