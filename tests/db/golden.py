"""A small shop with one sale as SQL text: what each released schema leaves behind.

`python -m tests.db.golden` writes tests/golden/schema_<head>.sql; run it when a new migration is added.
"""

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from otop_pos.db.database import open_database
from otop_pos.db.migration import HEAD
from otop_pos.db.sqlite import APPLICATION_ID
from tests.factories import small_shop

FOLDER = Path(__file__).parents[1] / "golden"


def golden_file(revision: str) -> Path:
    return FOLDER / f"schema_{revision}.sql"


def write_golden() -> Path:
    """One sale of a cloth and honey under the head's schema."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.sqlite"
        database = open_database(path)
        small_shop(database).sell(("P000001", 1000), ("P000003", 2000))
        database.close()
        connection = sqlite3.connect(path)
        script = "\n".join(connection.iterdump())
        connection.close()
    head = f"PRAGMA application_id={APPLICATION_ID};\nPRAGMA user_version={int(HEAD)};\n"
    golden_file(HEAD).write_text(head + script + "\n", encoding="utf-8")
    return golden_file(HEAD)


def restore_golden(revision: str, path: Path) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(golden_file(revision).read_text(encoding="utf-8"))
    connection.close()
    return path


if __name__ == "__main__":
    write_golden()
