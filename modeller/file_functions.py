"""The commands about files as functions: designs and sweeps, sharing, records, the ledger.

As in `modeller.functions`, each function is a command of the command line, and imports what it
needs when it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from modeller.evidence import Record
from modeller.profiles import Profile, shipped_profile
from modeller.records.store import StoredRecord, remove
from modeller.records.store import import_record as keep
from modeller.records.store import stored_records as kept
from modeller.scenario import Scenario
from modeller.scenario.places import known_parts

if TYPE_CHECKING:
    from modeller.analysis.targets import Goal
    from modeller.cli.verify import Verdict
    from modeller.ledger import LedgerScore
    from modeller.projection import Progress
    from modeller.scenario.opened import Opened
    from modeller.sweep.planned import Design
    from modeller.sweep.running import Counted, Swept


def read_design(
    path: Path | str, profile: Profile | None = None, *, base: Scenario | None = None
) -> Design:
    """The design of a sweep, in a .toml or .csv file.

    Parameters
    ----------
    path
        The path of the file. A CSV may use any common separator and encoding.
    profile
        The force whose data is meant; the shipped one when None.
    base
        The scenario that is varied; the one that the design names when None.

    Returns
    -------
    Design
        The design: what is varied and reported, and how many scenarios that makes.

    Raises
    ------
    ModellerError
        With everything that is wrong in it.
    """
    from modeller.sweep import design

    return design.read_design(path, profile or shipped_profile(), base=base)


def run_sweep(
    design: Design | Path | str,
    out: Path | str,
    *,
    targets: Sequence[str | Goal] = (),
    progress: Counted | None = None,
    over: bool = False,
) -> Swept:
    """Project every scenario of a design in this process, and write a row of each.

    If it is interrupted, the same call continues where it stopped. For several processes or a
    cluster see `modeller.sweep.running`.

    Parameters
    ----------
    design
        A design, or the path of one.
    out
        A .csv, .jsonl or .parquet file.
    targets
        Such as ``arrests.p20 >= 1500``: two columns for each, the share of the futures in which it
        holds, from 0 to 1, and whether it is met, 1 or 0.
    progress
        Called with scenarios finished and scenarios in all; an exception it raises stops the work.
    over
        Whether a file that is there may be replaced.

    Returns
    -------
    Swept
        Where the table is, how many rows it has, and how many scenarios were projected now.

    Raises
    ------
    ModellerError
        When the design is not valid, or the output cannot be written or is there already.

    References
    ----------
    The figures are those of `modeller.project`. Samples are Latin hypercubes or Sobol points
    (S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional
    projections", 2008).
    """
    from modeller.analysis.targets import parse_goal
    from modeller.sweep.running import sweep

    read = read_design(design) if isinstance(design, str | Path) else design
    known = read.base.catalogue
    goals = [parse_goal(target, known) if isinstance(target, str) else target for target in targets]
    return sweep(read.with_targets(goals), out, progress=progress, over=over)


def share(scenario: Scenario) -> str:
    """The scenario as a line of text to paste in a message.

    Parameters
    ----------
    scenario
        The scenario to share.

    Returns
    -------
    str
        A code that begins with ``LFR1.``; `modeller.open_` reads it.
    """
    from modeller.scenario.share_code import share_code

    return share_code(scenario)


def open_(text_or_path: str | Path, profile: Profile | None = None) -> Opened:
    """What a share code, a briefing, or a file holds, and whether it was altered.

    Parameters
    ----------
    text_or_path
        A share code, a text with one in it, or the path of a file.
    profile
        The force whose data is meant; the shipped one when None.

    Returns
    -------
    Opened
        The scenarios, what kind of thing they came in, and whether it was altered: None where
        that cannot be told.

    Raises
    ------
    ModellerError
        When it holds no scenario, or cannot be read.
    """
    from modeller.scenario.sharing import open_shared

    return open_shared(text_or_path, profile or shipped_profile())


def verify(
    path: str | Path, profile: Profile | None = None, *, progress: Progress | None = None
) -> Verdict:
    """Whether a saved file is unaltered and gives the same results here.

    Parameters
    ----------
    path
        The path of a scenario file.
    profile
        The force whose data is meant; the shipped one when None.
    progress
        Called with the share of the weeks done; an exception it raises stops the work.

    Returns
    -------
    Verdict
        One of the four answers of the command, and what has moved.

    Raises
    ------
    ModellerError
        When it cannot be read as a scenario at all.
    """
    from modeller.cli.verify import verify as verdict

    return verdict(str(path), profile or shipped_profile(), progress=progress)


def places(profile: Profile | None = None) -> tuple[str, ...]:
    """Every part that a mix of places can have: named mixes, boroughs, sites, fixed cameras.

    Parameters
    ----------
    profile
        The force whose data is meant; the shipped one when None.

    Returns
    -------
    tuple of str
        As ``--set places=…`` and `Scenario.with_places` take them.
    """
    return tuple(known_parts(profile or shipped_profile()))


def import_record(record: Record, profile: Profile | None = None, name: str = "") -> StoredRecord:
    """Keep a record of your own here, so that scenarios can be based on it.

    Parameters
    ----------
    record
        A record from `modeller.read_record`.
    profile
        The force whose data is meant; the shipped one when None.
    name
        The record's name; that of its file when empty.

    Returns
    -------
    StoredRecord
        The record as kept; its ``digest`` is what a scenario names as its ``record``.

    Raises
    ------
    ModellerError
        When it cannot be kept, or the name is taken.
    """
    return keep(record, profile or shipped_profile(), name)


def stored_records(profile: Profile | None = None) -> tuple[StoredRecord, ...]:
    """The records of your own that are kept here.

    Parameters
    ----------
    profile
        The force whose data is meant; the shipped one when None.

    Returns
    -------
    tuple of StoredRecord
        The records, in the order of their names.
    """
    return kept(profile or shipped_profile())


def remove_record(name_or_digest: str, profile: Profile | None = None) -> StoredRecord | None:
    """Remove a record of your own; None when it was damaged.

    Parameters
    ----------
    name_or_digest
        Its name, or the beginning of its digest.
    profile
        The force whose data is meant; the shipped one when None.

    Returns
    -------
    StoredRecord or None
        The record that was removed.

    Raises
    ------
    ModellerError
        When there is no such record.
    """
    return remove(name_or_digest, profile or shipped_profile())


def score_ledger(path: Path | None = None, record: Record | None = None) -> LedgerScore:
    """Score the projections that were locked in advance.

    Parameters
    ----------
    path
        The ledger; the user's own when None.
    record
        The record of what happened; the shipped profile's when None.

    Returns
    -------
    LedgerScore
        How many of the weeks known by now lay within the ranges, outcome by outcome.

    Raises
    ------
    ModellerError
        When the ledger cannot be read.

    References
    ----------
    The bands are those that were locked; what happened is the record's.
    """
    from modeller import ledger

    return ledger.score_ledger(ledger.read_ledger(path), record or shipped_profile().record)
