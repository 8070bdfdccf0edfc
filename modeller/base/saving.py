"""Writes a file so that, whatever happens, either the old one or the new one is there, whole.

The writer of a file that is to be opened again passes its reader, which is given the content before
anything is written, so that no file is left behind that its own reader would refuse.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from modeller.base.errors import ModellerError, Problem, refusal
from modeller.base.language import translatable, translate

ABANDONED_SECONDS = 600.0
"""A temporary file older than this, beside a file just written, is taken to be left by a crash."""

_BEGINNING, _ENDING = ".modeller-", ".tmp"


def _remedies() -> dict[int, str]:
    named = {
        translatable("Problem", "make room on that disk, or save in another folder"): (
            "ENOSPC EDQUOT"
        ),
        translatable("Problem", "save it in smaller parts, or in another folder"): "EFBIG",
        translatable("Problem", "give it a shorter name"): "ENAMETOOLONG",
        translatable("Problem", "save in a folder that is there"): "ENOENT ENOTDIR",
        translatable("Problem", "save in a folder in which you may write"): "EACCES EPERM EROFS",
        translatable("Problem", "connect its folder again, or save in another"): (
            "ESTALE ENOTCONN ENETDOWN ENETUNREACH EHOSTDOWN EHOSTUNREACH ETIMEDOUT ENODEV ENXIO"
        ),
    }
    return {
        getattr(errno, name): remedy
        for remedy, names in named.items()
        for name in names.split()
        if hasattr(errno, name)  # no system has all of them
    }


_REMEDIES = _remedies()


def write_atomically(
    path: Path | str,
    content: bytes,
    *,
    read_back: Callable[[bytes], object] | None = None,
    over: bool = True,
    private: bool = False,
) -> None:
    """Put `content` in the file at `path` in one step, which a power cut cannot leave half done.

    Parameters
    ----------
    read_back
        The reader of such files: it is given `content` first, and what it refuses is not written.
    over, private
        As in `replacing`.

    Raises
    ------
    ModellerError
        As from `ask_reader` and `replacing`.
    """
    if read_back is not None:
        ask_reader(str(path), content, read_back)
    with replacing(path, over=over, private=private) as file:
        file.write(content)


def ask_reader(where: str, content: bytes, read_back: Callable[[bytes], object]) -> None:
    """Try the reader on what is about to be written.

    Raises
    ------
    ModellerError
        When the reader refuses it, with its first reason; the caller must then write nothing.
    """
    try:
        read_back(content)
    except ModellerError as error:
        first = error.problems[0]
        raise refusal(
            where,
            "could not be opened again: {place} {what}",
            "{remedy}; nothing was written",
            place=first.where,
            what=first.what,
            remedy=first.remedy,
        ) from error


def already_there(path: Path | str, remedy: str | None = None) -> Problem:
    """The problem of a file that exists and may not be overwritten."""
    what = translate("Problem", "is there already")
    elsewhere = translate("Problem", "move it away, or write to another file; it was left alone")
    return Problem(str(path), what, remedy or elsewhere)


@contextlib.contextmanager
def replacing(
    path: Path | str, remedy: str | None = None, *, over: bool = True, private: bool = False
) -> Iterator[BinaryIO]:
    """A new file that takes the place of the one at `path`, in one step, when the block ends.

    If the block fails, what was there stays as it is. If `path` is a link, the file it points to
    is replaced. The permissions of an existing file are kept, and so is its owner where the system
    allows it.

    Parameters
    ----------
    remedy
        What to advise when it cannot be written; when None, that depends on what went wrong.
    over
        Whether an existing file may be replaced. If not, one that appears while the block runs is
        left alone, too.
    private
        Whether only the user may read a new file; otherwise the umask decides.

    Raises
    ------
    ModellerError
        When the file cannot be written, or exists and may not be replaced; what was there is then
        unchanged.
    """
    try:
        target = Path(os.path.realpath(path))
        existing = _replaceable(target)
        if existing is not None and not over:
            raise ModellerError(already_there(path, remedy))
        # in the same folder, because a move is a single step only within one file system
        temporary = target.parent / f"{_BEGINNING}{os.urandom(8).hex()}{_ENDING}"
        file = _opened(temporary, private=private or existing is not None)
    except (OSError, ValueError) as error:
        raise _failure(path, error, remedy) from error
    try:
        with file:
            if existing is not None:
                _keep_owner_and_permissions(temporary, target, existing)
            yield file
            file.flush()
            os.fsync(file.fileno())
            finished = os.fstat(file.fileno()).st_mtime
        if over:
            temporary.replace(target)
        else:
            _name_unless_taken(temporary, target)
    except BaseException as error:
        _unlink(temporary)
        if isinstance(error, FileExistsError) and not over:
            raise ModellerError(already_there(path, remedy)) from error
        if isinstance(error, OSError):
            raise _failure(path, error, remedy) from error
        raise
    flush_folder(target.parent)
    _clear_abandoned(target.parent, finished)


def _name_unless_taken(temporary: Path, target: Path) -> None:
    """Give a finished file its name; FileExistsError if another file has taken it meanwhile."""
    if os.name == "nt":
        os.rename(temporary, target)  # noqa: PTH104 - on Windows it refuses an existing name
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        # no hard links here: claim the name with an empty file, then move the finished one onto it
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            temporary.replace(target)
        except BaseException:
            _unlink(target)
            raise
    else:
        _unlink(temporary)


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def make_private(path: Path) -> None:
    """Make a file private to the user, creating it if need be; its content stays.

    Raises
    ------
    OSError
        When it cannot be created.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    with contextlib.suppress(OSError):  # some file systems have no permissions
        path.chmod(stat.S_IMODE(path.stat().st_mode) & 0o700)


def flush_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut; Windows has no such call."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    # some network file systems refuse it; the file's content has already been flushed
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def is_temporary(name: str) -> bool:
    """Whether this is the name of a file that is being written, or was left half written."""
    return name.startswith(_BEGINNING) and name.endswith(_ENDING)


def remedy_for(error: BaseException) -> str:
    """What to advise when the system refuses to write."""
    number = getattr(error, "errno", None)
    otherwise = translatable("Problem", "save under another name or in another folder")
    return translate("Problem", _REMEDIES.get(number or 0, otherwise))


def _failure(path: Path | str, error: OSError | ValueError, remedy: str | None) -> ModellerError:
    reason = getattr(error, "strerror", None) or str(error)
    what = translate("Problem", "cannot be written ({reason})", reason=reason)
    advice = remedy or translate(
        "Problem", "{remedy}; nothing was changed", remedy=remedy_for(error)
    )
    return ModellerError(Problem(str(path), what, advice))


def _replaceable(target: Path) -> os.stat_result | None:
    """The status of the file that is to be replaced; None when there is none."""
    try:
        existing = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(existing.st_mode):
        raise OSError(translate("Problem", "it is not an ordinary file"))
    # replacing it needs only the folder's permission, and would circumvent the file's own
    if not existing.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise OSError(translate("Problem", "it is write-protected"))
    return existing


def _opened(temporary: Path, *, private: bool) -> BinaryIO:
    """A new file, readable by the user alone if `private`, else by whom the umask allows."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(temporary, flags, 0o600 if private else 0o666), "wb")


def _keep_owner_and_permissions(path: Path, target: Path, existing: os.stat_result) -> None:
    if hasattr(os, "chown"):
        # only an administrator may change a file's owner
        with contextlib.suppress(PermissionError):
            os.chown(path, existing.st_uid, existing.st_gid)
    # some file systems have no permissions
    with contextlib.suppress(PermissionError):
        path.chmod(stat.S_IMODE(existing.st_mode))
    if hasattr(os, "listxattr"):
        # access lists and security labels; not every file system has them
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):  # some only the system may set
                    os.setxattr(path, name, os.getxattr(target, name))


def _clear_abandoned(folder: Path, now: float) -> None:
    """Remove half-written files of killed processes; `now` is by the file system's own clock."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not is_temporary(entry.name):
                continue
            with contextlib.suppress(OSError):
                if now - entry.stat(follow_symlinks=False).st_mtime > ABANDONED_SECONDS:
                    Path(entry.path).unlink()
