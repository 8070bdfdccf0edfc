"""Reinterprets the bits of floating-point numbers as integers and back; and a 128-bit product."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from llvmlite import ir
from numba import types  # noqa: TID253
from numba.extending import intrinsic  # noqa: TID253


def _cast(source: Any, target: Any) -> Any:
    """An intrinsic that reinterprets bits as another type."""

    @intrinsic
    def cast(typing_context: Any, value: Any) -> Any:  # noqa: ARG001
        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ARG001
            return builder.bitcast(arguments[0], context.get_value_type(target))

        return (target(source), generate) if value == source else None

    return cast


bits_of_double: Callable[[float], int] = _cast(types.float64, types.int64)
double_of_bits: Callable[[int], float] = _cast(types.int64, types.float64)
bits_of_single: Callable[[np.float32], np.int32] = _cast(types.float32, types.int32)
single_of_bits: Callable[[np.int32], np.float32] = _cast(types.int32, types.float32)


@intrinsic
def high_product(typing_context: Any, a: Any, b: Any) -> Any:  # noqa: ARG001
    """The upper 64 bits of the product of two unsigned 64-bit numbers."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ARG001
        wide = ir.IntType(128)
        first, second = (builder.zext(argument, wide) for argument in arguments)
        upper = builder.lshr(builder.mul(first, second), ir.Constant(wide, 64))
        return builder.trunc(upper, ir.IntType(64))

    return types.uint64(types.uint64, types.uint64), generate
