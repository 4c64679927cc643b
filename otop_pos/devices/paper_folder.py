"""Keeps papers as files, so that every paper can be shown and printed again."""

import os
from pathlib import Path

from otop_pos.domain.errors import FolderUnwritable


def keep_paper(folder: Path, name: str, pdf: bytes) -> Path:
    """Write `folder/name` whole or not at all. Refuses FolderUnwritable."""
    path = folder / name
    partial = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        raise FolderUnwritable(str(path.parent), error.strerror or str(error)) from error
    return path


def check_folder(folder: Path) -> Path:
    """Made where it is not there, and written to for a try. Refuses FolderUnwritable."""
    trial = folder / ".otop-pos"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as error:
        raise FolderUnwritable(str(folder), error.strerror or str(error)) from error
    return folder
