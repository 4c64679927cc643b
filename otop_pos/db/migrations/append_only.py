"""Triggers that keep posted rows as they are, on SQLite and on PostgreSQL."""

from collections.abc import Sequence

from alembic import op


def protect(table: str) -> None:
    """From now on UPDATE and DELETE (and TRUNCATE) on the table are refused by the database itself."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def freeze(table: str, columns: Sequence[str]) -> None:
    """From now on these columns keep what was written, and no row goes away; the others may change."""
    if op.get_bind().dialect.name == "sqlite":
        for name, act in (("update", f"UPDATE OF {', '.join(columns)}"), ("delete", "DELETE")):
            op.execute(
                f"CREATE TRIGGER {table}_frozen_{name} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {table}_frozen_append_only BEFORE UPDATE OF {', '.join(columns)} OR DELETE OR TRUNCATE "
        f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def create_refusing_function() -> None:
    """What the triggers of PostgreSQL call; SQLite's carry their own body."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
        )
