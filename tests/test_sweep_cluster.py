"""A cluster's troubles are sentences: nobody there, no workers, another version; all is kept."""

from __future__ import annotations

import socket
from concurrent.futures import CancelledError, Future

import pytest

from modeller.base.errors import ModellerError
from modeller.base.version import VERSION
from modeller.sweep import cluster as clusters
from modeller.sweep import running
from modeller.sweep.output import JOURNAL_SUFFIX
from modeller.sweep.running import InThisThread, open_executor, sweep
from tests.met import parse_design

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("default")

DESIGN = """
measures = ["arrests.p50"]
weeks = 4
draws = 100
[grid]
deployments_per_week = [4, 5, 6, 7, 8, 9]
"""


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address=None, silence_logs=50, processes=False
    ) as made:
        yield made


def told(cluster, **changed):
    """What is said when a cluster is opened."""
    with (
        pytest.raises(ModellerError) as caught,
        open_executor("dask", scheduler=cluster.scheduler.address),
    ):
        pass
    return [str(problem) for problem in caught.value.problems]


def test_that_a_cluster_of_the_same_versions_is_used(cluster, tmp_path):
    with open_executor("dask", scheduler=cluster.scheduler.address) as (executor, workers):
        done = sweep(
            parse_design(DESIGN), tmp_path / "there.csv", executor=executor, workers=workers
        )
    assert done.run == 6
    sweep(parse_design(DESIGN), tmp_path / "here.csv")
    assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()


@pytest.mark.parametrize("name", ["distributed", "dask", "python"])
def test_that_another_dask_or_python_is_named(cluster, monkeypatch, name):
    from distributed import versions

    here = versions.get_versions()
    other = {**here, "packages": {**here["packages"], name: "1.2.3"}}
    monkeypatch.setattr(versions, "get_versions", lambda: other)
    shown = "1.2" if name == "python" else "1.2.3"
    (said,) = told(cluster)
    assert f"and this machine {name} {shown}; install the same there" in said
    assert "what was finished is kept" in said


def test_that_another_modeller_on_a_worker_is_named_before_anything_runs(cluster, monkeypatch):
    monkeypatch.setattr(clusters, "VERSION", "0.1.0")
    (said,) = told(cluster)
    assert f"has modeller {VERSION}, and this machine modeller 0.1.0; install the same" in said


def test_that_a_worker_without_a_modeller_is_named():
    said = clusters._other_modeller("tcp://there:1", "")
    assert str(said).startswith(f"tcp://there:1 has no modeller; install modeller {VERSION} there")


def test_that_a_worker_that_joins_later_with_another_version_runs_nothing(tmp_path, monkeypatch):
    path = tmp_path / "sweep.csv"
    sent = []

    class Later(InThisThread):
        def submit(self, fn, /, *args, **kwargs):
            sent.append(args)
            version = VERSION if len(sent) <= 2 else "0.1.0"
            return super().submit(fn, version, *args[1:], **kwargs)

    with pytest.raises(ModellerError, match=r"the machine that sent the scenarios 0\.1\.0"):
        sweep(parse_design(DESIGN), path, executor=Later(), together=1)
    assert path.with_name(path.name + JOURNAL_SUFFIX).exists()
    assert sweep(parse_design(DESIGN), path).run == 4


def test_that_whoever_listens_without_answering_is_given_up(monkeypatch):
    monkeypatch.setattr(clusters, "CONNECT_SECONDS", 1)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with (
            pytest.raises(ModellerError, match="does not respond"),
            open_executor("dask", scheduler=address),
        ):
            pass


class Client:
    """A client of a cluster, as far as an executor asks it."""

    status = "running"

    def __init__(self, fails):
        self.fails = fails

    def get_executor(self, retries):
        client = self

        class Fails(InThisThread):
            def submit(self, fn, /, *args, **kwargs):
                future: Future[object] = Future()
                future.set_exception(client.fails)
                return future

        return Fails()


@pytest.mark.parametrize(
    ("status", "error", "sentence"),
    [
        ("connecting", CancelledError(), "tcp://there:1 no longer responds; start the scheduler"),
        ("running", CancelledError(), "a worker stopped unexpectedly; run the same command again"),
        ("running", ImportError("nothing"), "a worker cannot read the scenarios that it was sent"),
    ],
)
def test_that_what_breaks_in_the_midst_is_a_sentence(tmp_path, status, error, sentence):
    client = Client(error)
    executor = clusters.ClusterExecutor(client, "tcp://there:1")
    client.status = status
    with pytest.raises(ModellerError) as caught:
        sweep(parse_design(DESIGN), tmp_path / "sweep.csv", executor=executor)
    (problem,) = caught.value.problems
    assert str(problem).startswith(sentence)
    assert "kept" in str(problem)


def test_that_a_fault_of_a_task_is_not_put_down_to_the_cluster(tmp_path):
    executor = clusters.ClusterExecutor(Client(ZeroDivisionError()), "tcp://there:1")
    with pytest.raises(ZeroDivisionError):
        sweep(parse_design(DESIGN), tmp_path / "sweep.csv", executor=executor)


def test_that_a_task_gives_what_the_model_gives():
    design = parse_design(DESIGN)
    scenarios = [row.scenario for row in design.rows()]
    given = running._task(VERSION, scenarios, design.measures, 6, "")
    assert given == running.figures_of(scenarios, design.measures)
