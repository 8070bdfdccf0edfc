"""Divides work between the calling thread and a small pool of threads.

Machine code and numpy's sorting run without Python's lock, so that two threads are twice as fast.
No number depends on which thread did what.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count

THREADS = max(1, min(2, os.cpu_count() or 1))
"""Threads for one piece of work, including the calling one; more would slow other programs down."""

_pools: dict[int, ThreadPoolExecutor] = {}


def _forget_pools() -> None:
    """Start anew in a forked process, where the threads of the pools do not exist."""
    _pools.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_pools)


def _pool(workers: int) -> ThreadPoolExecutor:
    pool = _pools.get(workers)
    if pool is None:
        pool = _pools[workers] = ThreadPoolExecutor(workers, thread_name_prefix="kernel")
    return pool


def run_together(tasks: Sequence[Callable[[], None]]) -> None:
    """Run the tasks at the same time, the first in the calling thread, until all are done."""
    futures: list[Future[None]] = []
    if len(tasks) > 1:
        pool = _pool(len(tasks) - 1)
        futures = [pool.submit(task) for task in tasks[1:]]
    try:
        tasks[0]()
    finally:
        for future in futures:
            future.result()


def shares(size: int, parts: int, step: int = 1) -> list[tuple[int, int]]:
    """Divide `size` things into up to `parts` ranges that begin at multiples of `step`."""
    steps = -(-size // step)
    each = max(1, -(-steps // parts)) * step
    return [(first, min(first + each, size)) for first in range(0, size, each)]


def run_in_ranges(
    work: Callable[[int, int, int], None], size: int, each: int, threads: int | None = None
) -> None:
    """Call `work(thread, first, last)` for ranges of `each` things until all `size` are done.

    A free thread takes the next range, so that a slow one delays the whole by one range at most.
    `thread` counts from 0 and says whose scratch memory to use.
    """
    used = min(THREADS if threads is None else threads, max(1, -(-size // each)))
    starts = count(0, each)  # taking the next number is atomic under Python's lock

    def worker(thread: int) -> None:
        while (first := next(starts)) < size:
            work(thread, first, min(first + each, size))

    run_together([lambda thread=thread: worker(thread) for thread in range(used)])  # type: ignore[misc]
