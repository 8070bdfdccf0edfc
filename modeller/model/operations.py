"""What equations may do besides `+ - * /`: done on arrays, noted down on nodes.

A new operation needs an entry in `ON_ARRAYS` and one in `modeller.kernel.precisions`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

import numpy as np

from modeller.base import elementary
from modeller.model import counts

Value = Any
"""An array over the draws, shape (draws,), a number that holds for the week, or a `Node`."""


class Node:
    """One step of a calculation that has been noted down: an operation and its arguments.

    Equal steps are the same object. A leaf has a `name`, a constant has a `value`.
    """

    __slots__ = ("args", "name", "op", "value")
    __array_ufunc__ = None  # makes numpy's own functions refuse a node
    _known: ClassVar[dict[tuple[Any, ...], Node]] = {}

    op: str
    args: tuple[Node, ...]
    name: str
    value: float

    def __new__(cls, op: str, *args: Any, name: str = "", value: float = 0.0) -> Node:
        """The node for this operation and these arguments, created at most once."""
        nodes = tuple(a if isinstance(a, Node) else cls("constant", value=float(a)) for a in args)
        made = super().__new__(cls)
        made.op, made.args, made.name, made.value = op, nodes, name, value
        return cls._known.setdefault((op, name, value, *map(id, nodes)), made)

    def __bool__(self) -> bool:
        raise TypeError("an equation may not decide with if, and, or: use choose")

    def __repr__(self) -> str:
        said = f"{self.value:g}" if self.op == "constant" else f"{self.op}{self.args}"
        return self.name or said

    def __neg__(self) -> Node:
        return Node("negative", self)


_OPERATORS = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide",
    "floordiv": "floor_divide",
}  # fmt: skip
_COMPARISONS = {"lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal"}
for _method, _op in (_OPERATORS | _COMPARISONS).items():
    setattr(Node, f"__{_method}__", lambda self, other, op=_op: Node(op, self, other))
for _method, _op in _OPERATORS.items():
    setattr(Node, f"__r{_method}__", lambda self, other, op=_op: Node(op, other, self))


ON_ARRAYS: dict[str, Callable[..., Any]] = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide,
    "floor_divide": np.floor_divide, "negative": np.negative,
    "less": np.less, "less_equal": np.less_equal, "greater": np.greater,
    "greater_equal": np.greater_equal,
    "least": np.minimum, "most": np.maximum, "choose": np.where, "root": np.sqrt,
    "whole": np.rint, "exponential": elementary.exp, "logarithm": elementary.log,
    "seen_or": lambda seen, _: seen,
    "poisson": counts.poisson, "small_poisson": counts.poisson,
    "beta_binomial": counts.beta_binomial,
}  # fmt: skip


def _do(op: str, *args: Any) -> Any:
    return Node(op, *args) if any(isinstance(a, Node) for a in args) else ON_ARRAYS[op](*args)


class Luck(NamedTuple):
    """A stream's random numbers in a week: uniform shares, and their normal quantiles."""

    share: Any
    normal: Any


def least(a: Value, b: Value) -> Value:
    """The lesser of the two."""
    return _do("least", a, b)


def most(a: Value, b: Value) -> Value:
    """The greater of the two."""
    return _do("most", a, b)


def choose(condition: Value, a: Value, b: Value) -> Value:
    """`a` where the condition holds, `b` where it does not."""
    return _do("choose", condition, a, b)


def exponential(x: Value) -> Value:
    """e to the power `x`."""
    return _do("exponential", x)


def logarithm(x: Value) -> Value:
    """The natural logarithm of `x` > 0."""
    return _do("logarithm", x)


def power(base: Value, exponent: Value) -> Value:
    """`base` > 0 to the power `exponent`."""
    return exponential(exponent * logarithm(base))


def root(x: Value) -> Value:
    """The square root of `x` >= 0."""
    return _do("root", x)


def _gamma_cube(normal: Value, shape: Value) -> Value:
    ninth = 1.0 / (9.0 * shape)
    side = most(1.0 - ninth + normal * root(ninth), 0.0)
    return side * side * side


def gamma_quantile(normal: Value, mean: Value, shape: Value) -> Value:
    """Gamma quantile of that mean and shape at a standard normal, by Wilson and Hilferty's cube.

    Unlike `gamma` it is also drawn in the underlying band: it is for a rate that varies.
    """
    return mean * _gamma_cube(normal, shape)


def gamma(luck: Luck | None, mean: Value, shape: Value) -> Value:
    """A gamma variable of that mean and shape, drawn with a stream's luck."""
    if luck is None:
        return mean
    return mean * _do("seen_or", _gamma_cube(luck.normal, shape), 1.0)


def whole_gamma(luck: Luck | None, mean: Value, shape: Value) -> Value:
    """A gamma variable of that mean and shape, rounded to the nearest whole number."""
    if luck is None:
        return mean
    value = gamma(luck, mean, shape)
    return _do("seen_or", _do("whole", value), value)


def poisson(luck: Luck | None, mean: Value) -> Value:
    """A Poisson count of that mean."""
    return mean if luck is None else _do("poisson", luck.share, luck.normal, mean)


def small_poisson(luck: Luck | None, mean: Value) -> Value:
    """A Poisson count; the live kernel is faster with this where the mean is mostly below two."""
    return mean if luck is None else _do("small_poisson", luck.share, luck.normal, mean)


def beta_binomial(luck: Luck | None, trials: Value, share: Value, dispersion: Value) -> Value:
    """Successes among `trials`, with a variance of `dispersion` times the binomial's."""
    if luck is None:
        return trials * share
    return _do("beta_binomial", luck.share, luck.normal, trials, share, dispersion)
