"""The user's own records: reading them from files, keeping them, and choosing one by its digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modeller.records.past import past_year_for
from modeller.records.store import (
    StoredRecord,
    catalogue_for,
    choose,
    damaged_records,
    deployments_for,
    folder,
    import_record,
    recalibrated,
    record_for,
    record_label,
    remove,
    stored_records,
)

if TYPE_CHECKING:
    from modeller.records.importing import Import, keep, plan_import
    from modeller.records.preview import Preview, Said
    from modeller.records.reading import (
        preview_bytes,
        preview_file,
        preview_text,
        read_user_record,
    )

__all__ = [
    "Import",
    "Preview",
    "Said",
    "StoredRecord",
    "catalogue_for",
    "choose",
    "damaged_records",
    "deployments_for",
    "folder",
    "import_record",
    "keep",
    "past_year_for",
    "plan_import",
    "preview_bytes",
    "preview_file",
    "preview_text",
    "read_user_record",
    "recalibrated",
    "record_for",
    "record_label",
    "remove",
    "stored_records",
]

_READERS = {
    "Import": "importing",
    "keep": "importing",
    "plan_import": "importing",
    "Preview": "preview",
    "Said": "preview",
    "preview_bytes": "reading",
    "preview_file": "reading",
    "preview_text": "reading",
    "read_user_record": "reading",
}
"""Names that read files, and their modules, which import twenty more and so are loaded late."""


def __getattr__(name: str) -> Any:
    """Import a reader when it is first asked for."""
    if name not in _READERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(f"{__name__}.{_READERS[name]}"), name)
    return found
