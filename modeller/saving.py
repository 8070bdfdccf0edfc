"""Writing a file so that it is either the old one or the new one, whole, whatever happens."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from modeller.errors import ModellerError, Problem


def write_atomically(path: Path | str, content: bytes) -> None:
    """Put `content` in the file at `path`, in one step that a power cut cannot divide.

    Through a link the file it points to is written. The permissions of an existing file are
    kept, and so is its owner where the system allows it.

    Raises
    ------
    ModellerError
        When the file cannot be written; what was there before is then unchanged.
    """
    try:
        _write(Path(os.path.realpath(path)), content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ModellerError(
            Problem(
                str(path),
                f"cannot be written ({reason})",
                "save under another name or in another folder; nothing was changed",
            )
        ) from error


def _write(target: Path, content: bytes) -> None:
    existing = target.stat() if target.exists() else None
    if existing is not None:
        if not stat.S_ISREG(existing.st_mode):
            raise OSError("it is not an ordinary file")
        # Putting a new file in its place would get round the protection.
        if not existing.st_mode & 0o222 or not os.access(target, os.W_OK):
            raise OSError("it is write-protected")
    # In the same folder: a file can only be moved in one step within one file system. Opened
    # with 0o666, so that the user's umask decides who may read a new file.
    temporary = target.parent / f".{secrets.token_hex(8)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if existing is not None:
            _keep_owner_and_permissions(temporary, existing)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _keep_owner_and_permissions(path: Path, existing: os.stat_result) -> None:
    if hasattr(os, "chown"):
        # only the administrator may give a file away
        with contextlib.suppress(PermissionError):
            os.chown(path, existing.st_uid, existing.st_gid)
    path.chmod(stat.S_IMODE(existing.st_mode))


def _flush_folder(folder: Path) -> None:
    """The new name is safe only when the folder is on the disk; Windows knows no such thing."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    # some network file systems refuse it; the content itself is safe by now
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
