"""A Dask cluster as an executor, with clear messages for its failures."""

from __future__ import annotations

import logging
import platform
import socket
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from pickle import PickleError
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import translatable, translate
from modeller.base.version import VERSION

CONNECT_SECONDS = 20
WITHOUT_WORKERS_SECONDS = 60
"""A cluster without a worker for this long is given up."""
_PORT = 8786
_PLAIN = ("tcp", "tls")
_TOLD = (("distributed", True), ("dask", True), ("python", False))
"""What must be the same everywhere; of Python's version, the first two parts are enough."""
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

    def lost(self) -> Problem | None:
        """The problem if the scheduler is gone; None while it answers."""
        if self._client.status == "running":
            return None
        return problem(
            self._scheduler,
            "no longer responds",
            "start the scheduler and its workers again, and run the same command again: what was "
            "finished is kept",
        )


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
        When Dask is not installed, no scheduler answers at the address, it has no workers, or
        another version runs there.
    """
    if not scheduler:
        raise refusal(
            "dask",
            "needs a scheduler",
            "give --scheduler with its address, such as tcp://host:8786",
        )
    try:
        from distributed import Client
    except ImportError as error:
        raise refusal(
            "dask",
            "is not installed",
            'install it with: pip install "policy-scenario-modeller[cluster]"',
        ) from error
    _check_reachable(scheduler)
    # failures are reported once, by our own messages
    for handler in logging.getLogger("distributed").handlers:
        handler.setLevel(logging.CRITICAL + 1)
    _check_scheduler(scheduler)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # other versions are a problem of ours, below
            client = Client(scheduler, timeout=CONNECT_SECONDS, set_as_default=False)
    except Exception as error:
        raise ModellerError(_no_answer(scheduler)) from error
    try:
        try:
            client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except (OSError, TimeoutError) as error:
            raise ModellerError(_no_workers(scheduler)) from error
        _check_versions(client.get_versions(check=False)["workers"])
        _check_modeller(client)
        threads = sum(client.nthreads().values())
        yield ClusterExecutor(client, scheduler), max(threads, 1)
    finally:
        with suppress(OSError, RuntimeError, TimeoutError):
            client.close(timeout=5)


def _check_reachable(scheduler: str) -> None:
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
        raise refusal(scheduler, "is not the address of a scheduler", _FORM) from error
    if parts.scheme in ("http", "https") or not host:
        raise refusal(scheduler, "is not the address of a scheduler", _FORM)
    if parts.scheme not in _PLAIN:
        return  # Dask also knows other protocols
    try:
        socket.create_connection((host, port), timeout=CONNECT_SECONDS).close()
    except (OSError, ValueError) as error:
        raise ModellerError(_no_answer(scheduler)) from error


def _check_scheduler(scheduler: str) -> None:
    """Check that it is a scheduler of the version of Dask that runs here.

    Checked before a client is made, which a scheduler of another version may leave waiting.

    Raises
    ------
    ModellerError
        When it is no scheduler, or of another version.
    """
    import asyncio

    from distributed.core import connect, send_recv
    from distributed.security import Security

    address = scheduler if "://" in scheduler else f"tcp://{scheduler}"

    async def asked() -> Mapping[str, Any]:
        comm = await connect(address, **Security().get_connection_args("client"))
        try:
            found: Mapping[str, Any] = await send_recv(comm, op="versions", reply=True)
            return found
        finally:
            comm.abort()

    try:
        found = asyncio.run(asyncio.wait_for(asked(), CONNECT_SECONDS))
    except (OSError, TimeoutError) as error:
        raise ModellerError(_no_answer(scheduler)) from error
    except Exception as error:
        raise refusal(
            scheduler,
            "responds, but not as a scheduler of Dask ({reason})",
            _FORM,
            reason=f"{type(error).__name__}: {error}",
        ) from error
    _check_versions({scheduler: found})


def _check_versions(everyone: Mapping[str, Any]) -> None:
    """Check that scheduler and workers run the versions of Python and Dask that run here.

    Raises
    ------
    ModellerError
        Naming each one that does not.
    """
    from distributed.versions import get_versions

    here = _versions(get_versions())
    problems = [
        problem(
            address,
            "has {theirs}, and this machine {ours}",
            "install the same there, and run the same command again: what was finished is kept",
            theirs=f"{name} {theirs.get(name) or '?'}",
            ours=f"{name} {here[name]}",
        )
        for address, said in everyone.items()
        for theirs in [_versions(said)]
        for name, _ in _TOLD
        if theirs.get(name) != here[name]
    ]
    if problems:
        raise ModellerError(problems)


def _versions(said: Mapping[str, Any] | None) -> dict[str, str]:
    """The versions of one member of a cluster that must be the same everywhere."""
    packages = (said or {}).get("packages") or {}
    return {
        name: text if whole else ".".join(text.split(".")[:2])
        for name, whole in _TOLD
        if (text := str(packages.get(name) or ""))
    }


def _check_modeller(client: Any) -> None:
    """Check that every worker has this version of modeller; `check_version` sees later ones.

    Raises
    ------
    ModellerError
        Naming every worker that does not.
    """

    def theirs() -> str:  # inside, so that its code is sent: the worker may not have this module
        try:
            from modeller.base.version import VERSION as THERE
        except ImportError:
            return ""
        return THERE

    problems = [
        _other_modeller(worker, there)
        for worker, there in client.run(theirs).items()
        if there != VERSION
    ]
    if problems:
        raise ModellerError(problems)


def _other_modeller(where: str, there: str) -> Problem:
    if not there:
        return problem(
            where,
            "has no modeller",
            "install modeller {here} there, and run the same command again: what was finished is "
            "kept",
            here=VERSION,
        )
    return problem(
        where,
        "has {theirs}, and this machine {ours}",
        "install the same there, and run the same command again: what was finished is kept",
        theirs=f"modeller {there}",
        ours=f"modeller {VERSION}",
    )


def check_version(theirs: str) -> None:
    """Check that the sender of a task has the version of modeller that runs here.

    Raises
    ------
    ModellerError
        When it does not: its numbers and those made here would come from different models.
    """
    if theirs != VERSION:
        raise refusal(
            platform.node() or translate("Problem", "a worker"),
            "has modeller {here}, and the machine that sent the scenarios {theirs}",
            "install the same there, and run the same command again: what was finished is kept",
            here=VERSION,
            theirs=theirs,
        )


def cannot_read(error: BaseException) -> Problem | None:
    """The problem when a worker lacks code that it was sent, or has another version of it.

    None for every other error.
    """
    if not isinstance(error, ImportError | AttributeError | PickleError):
        return None
    return problem(
        translate("Problem", "a worker"),
        "cannot read the scenarios that it was sent ({reason})",
        "install modeller {version} there, and run the same command again: what was finished is "
        "kept",
        reason=f"{type(error).__name__}: {error}",
        version=VERSION,
    )


def _no_answer(scheduler: str) -> Problem:
    return problem(scheduler, "does not respond", "check the address and that the scheduler runs")


def _no_workers(scheduler: str) -> Problem:
    return problem(
        scheduler,
        "has no workers",
        "start one there (dask worker {scheduler}) and run the same command again: what was "
        "finished is kept",
        scheduler=scheduler,
    )
