"""Brings a database to this program's schema, after a verified copy of what was there."""

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from otop_pos.domain.errors import NewerDatabase

HEAD = "0003"
"""The schema this program writes; a test holds it against the newest migration."""

_PG_MIGRATION_LOCK = 0x4F544F50


def upgrade(engine: Engine, label: str) -> None:
    """Does nothing when the schema is current, so that a start does not even load Alembic.

    Refuses NewerDatabase. Two programs starting at once on one database are safe: the second waits.
    """
    with engine.connect() as connection:
        revision = _revision(connection)
    if revision == HEAD:
        return
    if revision is not None and revision > HEAD:
        raise NewerDatabase(label)
    if revision is not None and engine.dialect.name == "sqlite":
        copy_database(Path(label), f"before-{HEAD}")
    _migrate(engine)


def copy_database(path: Path, why: str) -> Path:
    """A checked, fsynced copy beside the file. Raises when the copy does not check clean."""
    from otop_pos.db.sqlite import best_module

    module = best_module()
    target = path.with_name(f"{path.stem}.{why}.{datetime.now(UTC):%Y%m%dT%H%M%S}.bak")
    partial = target.with_suffix(".part")
    partial.unlink(missing_ok=True)
    source = module.connect(str(path))
    copy = module.connect(str(partial))
    try:
        source.backup(copy)
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok":
            raise OSError(f"the copy of {path} is damaged: {verdict}")
    finally:
        copy.close()
        source.close()
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(target)
    return target


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _PG_MIGRATION_LOCK})
        if _revision(connection) == HEAD:
            return
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA user_version={int(HEAD)}")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision
