"""Runs sweeps on any executor, and resumes them where they were interrupted.

Every finished scenario is saved at once, by the digest of its inputs. The same call again runs only
what is missing, including scenarios that were in progress when it was stopped. Memory does not grow
with the sweep, because only scenarios in progress are held.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import Literal, ParamSpec, TypeVar

from modeller.analysis.evaluation import evaluator, prepare
from modeller.base.errors import ModellerError, refusal
from modeller.base.language import translate
from modeller.base.results import DrawnResult
from modeller.base.version import VERSION
from modeller.evidence import parse_record
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile
from modeller.records import catalogue_for, recalibrated, record_for
from modeller.records.deployment_text import rows_of_text, rows_text
from modeller.scenario import Scenario
from modeller.sweep.cluster import (
    ClusterExecutor,
    cannot_read,
    check_version,
    is_of_cluster,
    open_cluster,
)
from modeller.sweep.description import write_description
from modeller.sweep.output import Journal, check_output, write_table
from modeller.sweep.planned import Design
from modeller.sweep.reported import Reported

ExecutorName = Literal["local", "processes", "dask"]
EXECUTORS: tuple[ExecutorName, ...] = ("local", "processes", "dask")

_TOGETHER = 4  # scenarios in one task: enough to make the cost of sending it small
_TASKS_EACH = 3  # tasks waiting for each worker, so that none is idle
_AS_LONG = 1_000
"""Without machine code, a scenario of fewer draws takes as long as one of this many."""
_LOOK_SECONDS = 5.0
"""After this long without a result the cluster is checked."""
_MOST_CARRIED = 100_000  # characters of a record: some 25 years of weeks
_ROWS = "\f"
"""Separates the weeks of a record from its deployments."""

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")

Counted = Callable[[int, int], None]
"""Called with the scenarios finished and those in all; it may raise to stop the work."""


@dataclass(frozen=True)
class Swept(DrawnResult):
    """The result of a sweep.

    Attributes
    ----------
    scenarios
        The number of rows written.
    run
        The number of scenarios projected now; the rest had been finished before, or were repeats.
    design
        The design that was run.
    """

    output: Path
    scenarios: int
    run: int
    design: Design


class InThisThread(Executor):
    """An executor that runs each task at once when it is submitted."""

    def submit(
        self, fn: Callable[_Given, _Answer], /, *args: _Given.args, **kwargs: _Given.kwargs
    ) -> Future[_Answer]:
        """Run it and return its result as a completed future."""
        future: Future[_Answer] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def record_to_send(scenario: Scenario) -> str:
    """The user's record as text, which is sent with every task because a worker may not have it.

    Empty for the profile's own record, and for one too long to be sent so often, which must be
    imported wherever a worker runs.

    Raises
    ------
    ModellerError
        When the record is not kept here, or is damaged.
    """
    record = record_for(scenario.record, scenario.profile)
    if record is scenario.profile.record:
        return ""
    text = record.to_csv()
    if record.rows is not None:
        text += _ROWS + rows_text(record.rows)
    return text if len(text) <= _MOST_CARRIED else ""


@lru_cache(maxsize=4)
def _catalogue_of(text: str, digest: str | None, profile: Profile) -> Catalogue:
    """The catalogue of a record that was sent with a task, or is kept on this machine."""
    if text:
        weeks, _, rows = text.partition(_ROWS)
        record = parse_record(weeks.encode(), name="record", known=profile.published.blemishes)
        if rows:
            record = replace(record, rows=rows_of_text(rows))
        return recalibrated(record, profile)
    try:
        return catalogue_for(digest, profile)
    except ModellerError as error:
        raise refusal(
            translate("Problem", "record {digest}…", digest=str(digest)[:12]),
            "is not kept where a worker runs, or is damaged there",
            "import its file there, too (modeller evidence import), and run the command again",
        ) from error


def figures_of(
    scenarios: Sequence[Scenario], measures: Sequence[Reported], runs: int = 1, record: str = ""
) -> list[list[float]]:
    """The measures of some scenarios: one task of a sweep, wherever it runs.

    `runs` is the number of scenarios of the whole sweep, `record` the result of `record_to_send`.
    """
    prepare(runs * max(1, _AS_LONG // scenarios[0].draws), scenarios[0])
    declared = _catalogue_of(record, scenarios[0].record, scenarios[0].profile)
    evaluate = evaluator([measure.outcome for measure in measures], declared)
    found = []
    for scenario in scenarios:
        totals = evaluate(scenario)
        found.append([measure.of(totals.totals(measure.outcome)) for measure in measures])
    return found


def _task(
    version: str,
    scenarios: Sequence[Scenario],
    measures: Sequence[Reported],
    runs: int,
    record: str,
) -> list[list[float]]:
    """`figures_of`, after checking that this modeller is the version that sent the task."""
    check_version(version)
    return figures_of(scenarios, measures, runs, record)


@contextmanager
def open_executor(
    name: ExecutorName, *, workers: int | None = None, scheduler: str | None = None
) -> Iterator[tuple[Executor, int]]:
    """An executor by its name, and how many tasks it can run at once.

    Parameters
    ----------
    workers
        The number of processes for ``processes``; that of the machine's processors when None.
    scheduler
        Address of the Dask scheduler, such as ``tcp://host:8786``. Only connect to a cluster
        that you trust: it can run code with your rights.

    Raises
    ------
    ModellerError
        As from `modeller.sweep.cluster.open_cluster`.
    """
    if name == "local":
        yield InThisThread(), 1
    elif name == "processes":
        count = workers or os.cpu_count() or 1
        # not forked, because a forked process that had threads may hang
        pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
        try:
            yield pool, count
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    else:
        with open_cluster(scheduler) as (cluster, count):
            yield cluster, count


def sweep(
    design: Design,
    output: Path | str,
    *,
    executor: Executor | None = None,
    workers: int = 1,
    together: int = _TOGETHER,
    progress: Counted | None = None,
    over: bool = False,
) -> Swept:
    """Project every scenario of a design and write one row each to CSV or Parquet.

    Parameters
    ----------
    executor
        Anything with the interface of `concurrent.futures.Executor`; None for this thread.
    workers
        How many tasks it runs at once.
    together
        How many scenarios are in a task. All of a task must be run again if the sweep is stopped
        within it.
    progress
        Called in this thread; an exception it raises stops the sweep, which can be resumed.
    over
        Whether an existing output may be replaced. If not, one that appears while the sweep runs is
        left alone, too, and what was finished is kept.

    Raises
    ------
    ModellerError
        When the output cannot be written or exists already, or a worker died.
    """
    path = Path(output)
    check_output(path, over=over)
    journal = Journal(path, design.measures)
    run = executor or InThisThread()
    in_flight = 1 if executor is None else max(workers, 1) * _TASKS_EACH
    try:
        count = _Sweep(design, journal, run, progress).work(
            in_flight, 1 if executor is None else max(together, 1)
        )
        write_table(design, journal, path, over=over)
        write_description(design, path, over=over)
    except BaseException:
        journal.close()
        raise
    journal.close(remove=True)
    return Swept(path, design.size, count, design)


class _Sweep:
    """One run of a sweep: what is in progress and what is done."""

    def __init__(
        self, design: Design, journal: Journal, executor: Executor, progress: Counted | None
    ) -> None:
        self.design = design
        self.journal = journal
        self.executor = executor
        self.progress = progress
        self.record = record_to_send(design.base)
        self.finished = 0
        self.run = 0
        self.flying: dict[Future[list[list[float]]], list[str]] = {}

    def work(self, in_flight: int, together: int) -> int:
        """Run all that is missing, and return the number of scenarios run."""
        try:
            for task in self._missing(together):
                while len(self.flying) >= in_flight:
                    self._wait()
                future = self.executor.submit(
                    _task, VERSION, task, self.design.measures, self.design.size, self.record
                )
                self.flying[future] = [scenario.inputs_digest for scenario in task]
                if future.done():
                    self._keep_finished({future})
            while self.flying:
                self._wait()
        except (Exception, CancelledError) as error:
            if isinstance(self.executor, ClusterExecutor):
                told = cannot_read(error) or (
                    self.executor.lost() if is_of_cluster(error) else None
                )
                if told is not None:
                    raise ModellerError(told) from error
            if not is_of_cluster(error):
                raise
            raise refusal(
                translate("Problem", "a worker"),
                "stopped unexpectedly",
                "run the same command again: what was finished is kept",
            ) from error
        finally:
            self._save_what_is_done()
        return self.run

    def _wait(self) -> None:
        """Wait for the next results, now and then checking that the cluster is still there."""
        on_cluster = isinstance(self.executor, ClusterExecutor)
        done = wait(
            self.flying,
            timeout=_LOOK_SECONDS if on_cluster else None,
            return_when=FIRST_COMPLETED,
        ).done
        if not done and isinstance(self.executor, ClusterExecutor):
            self.executor.look()
        self._keep_finished(done)

    def _missing(self, together: int) -> Iterator[list[Scenario]]:
        """The scenarios neither finished nor in progress, in groups for tasks."""
        task: list[Scenario] = []
        for row in self.design.rows():
            digest = row.scenario.inputs_digest
            if self.journal.holds(digest):
                self._count(1)
                continue
            if any(digest in digests for digests in self.flying.values()) or any(
                digest == waiting.inputs_digest for waiting in task
            ):
                self._count(1)  # a repeat
                continue
            task.append(row.scenario)
            if len(task) == together:
                yield task
                task = []
        if task:
            yield task

    def _keep_finished(self, done: set[Future[list[list[float]]]]) -> None:
        for future in done:
            figures = future.result()
            digests = self.flying.pop(future)
            self.journal.keep(zip(digests, figures, strict=True))
            self.run += len(digests)
            self._count(len(digests))

    def _count(self, more: int) -> None:
        self.finished += more
        if self.progress is not None:
            self.progress(self.finished, self.design.size)

    def _save_what_is_done(self) -> None:
        """Save whatever is finished before leaving for any reason."""
        self.progress = None
        for future in list(self.flying):
            if future.cancel() or not future.done():
                continue
            try:
                failed = future.exception() is not None
            except CancelledError:
                continue
            if not failed:
                self._keep_finished({future})
