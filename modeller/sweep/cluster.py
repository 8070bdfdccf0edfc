"""A Dask cluster as an executor, with clear messages for its failures."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

from modeller.base.errors import ModellerError, problem
from modeller.base.language import translatable

CONNECT_SECONDS = 20
WITHOUT_WORKERS_SECONDS = 60
"""A cluster without a worker for this long is given up."""
_PORT = 8786
_PLAIN = ("tcp", "tls")
_FORM = translatable("Problem", "give its address, such as tcp://host:8786")

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")


class ClusterExecutor(Executor):
    """Sends tasks to a cluster, and notices if it is gone."""

    def __init__(self, client: Any, scheduler: str) -> None:
        self._client, self._scheduler = client, scheduler
        self._executor: Executor = client.get_executor(retries=3)
        self._seen = time.monotonic()

    def submit(
        self, fn: Callable[_Given, _Answer], /, *args: _Given.args, **kwargs: _Given.kwargs
    ) -> Future[_Answer]:
        """Send a task.

        Raises
        ------
        BrokenExecutor
            When the scheduler is gone.
        """
        try:
            return self._executor.submit(fn, *args, **kwargs)
        except Exception as error:
            if self._client.status == "running":
                raise
            raise BrokenExecutor(str(error)) from error

    def look(self) -> None:
        """Check that there is still a scheduler and a worker.

        Raises
        ------
        BrokenExecutor
            When the scheduler is gone.
        ModellerError
            When there has been no worker for a while.
        """
        if self._client.status not in ("running", "connecting"):
            raise BrokenExecutor(self._scheduler)
        if self._client.scheduler_info(n_workers=1)["workers"]:
            self._seen = time.monotonic()
        elif time.monotonic() - self._seen > WITHOUT_WORKERS_SECONDS:
            raise ModellerError(_no_workers(self._scheduler))


def is_of_cluster(error: BaseException) -> bool:
    """Whether an exception means that the cluster lost a task, not that the task failed."""
    whose = type(error).__module__.partition(".")[0]
    return isinstance(error, BrokenExecutor | CancelledError) or whose == "distributed"


@contextmanager
def open_cluster(scheduler: str | None) -> Iterator[tuple[ClusterExecutor, int]]:
    """An executor for a cluster, and how many tasks it can run at once.

    Raises
    ------
    ModellerError
        When Dask is not installed, no scheduler answers at the address, or it has no workers.
    """
    if not scheduler:
        raise ModellerError(
            problem(
                "dask",
                "needs a scheduler",
                "give --scheduler with its address, such as tcp://host:8786",
            )
        )
    try:
        from distributed import Client
    except ImportError as error:
        raise ModellerError(
            problem(
                "dask",
                "is not installed",
                'install it with: pip install "policy-scenario-modeller[cluster]"',
            )
        ) from error
    _knock(scheduler)
    # failures are reported once, by our own messages
    for handler in logging.getLogger("distributed").handlers:
        handler.setLevel(logging.CRITICAL + 1)
    try:
        client = Client(scheduler, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as error:
        raise ModellerError(_no_answer(scheduler)) from error
    try:
        try:
            client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except (OSError, TimeoutError) as error:
            raise ModellerError(_no_workers(scheduler)) from error
        threads = sum(client.nthreads().values())
        yield ClusterExecutor(client, scheduler), max(threads, 1)
    finally:
        with suppress(OSError, RuntimeError, TimeoutError):
            client.close(timeout=5)


def _knock(scheduler: str) -> None:
    """Check that the address answers, because the library itself would wait for a minute.

    Raises
    ------
    ModellerError
        When it is not an address, or nothing answers.
    """
    try:
        parts = urlsplit(scheduler if "://" in scheduler else f"tcp://{scheduler}")
        host, port = parts.hostname, parts.port or _PORT
    except ValueError as error:
        raise ModellerError(
            problem(scheduler, "is not the address of a scheduler", _FORM)
        ) from error
    if parts.scheme in ("http", "https") or not host:
        raise ModellerError(problem(scheduler, "is not the address of a scheduler", _FORM))
    if parts.scheme not in _PLAIN:
        return  # Dask also knows other protocols
    try:
        socket.create_connection((host, port), timeout=CONNECT_SECONDS).close()
    except (OSError, ValueError) as error:
        raise ModellerError(_no_answer(scheduler)) from error


def _no_answer(scheduler: str) -> Any:
    return problem(scheduler, "does not respond", "check the address and that the scheduler runs")


def _no_workers(scheduler: str) -> Any:
    return problem(
        scheduler,
        "has no workers",
        "start one there (dask worker {scheduler}) and run the same command again: what was "
        "finished is kept",
        scheduler=scheduler,
    )
