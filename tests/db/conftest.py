"""Folders that even root may not write to, and the small shop."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from otop_pos.db.database import Database
from otop_pos.i18n import _
from tests.factories import SmallShop, small_shop

# Limits and users of a POSIX machine.
collect_ignore = ["test_full_disk.py", "test_read_only_folder.py"] if sys.platform == "win32" else []


@pytest.fixture
def shop(database: Database) -> SmallShop:
    return small_shop(database)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that everybody may look into; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="otop-public-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def as_nobody(sqlite_path: Path) -> Callable[[], AbstractContextManager[None]]:
    """root may write everywhere, so root becomes nobody for a while; anybody else stays who they are.

    By then a database was opened and the texts were read, since nobody may not look where Python's modules lie.
    """
    _("the folder is read-only")
    return _as_nobody


@contextmanager
def _as_nobody() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    import pwd

    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)
