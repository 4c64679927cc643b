"""Runs the invariants of the books on any database; each names what it found wrong."""

from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from otop_pos.db.models import APPEND_ONLY, FROZEN
from otop_pos.db.query import query
from otop_pos.domain.invariant import InvariantResult
from otop_pos.services.invariants import INVARIANTS, Invariant
from otop_pos.services.paper import check_papers
from otop_pos.services.settlement_invariants import SETTLEMENT_INVARIANTS
from otop_pos.services.stock_invariants import STOCK_INVARIANTS

EXAMPLES = 5
ALL_INVARIANTS = (*STOCK_INVARIANTS, *SETTLEMENT_INVARIANTS, *INVARIANTS)

_SQLITE_TRIGGERS = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'"
_PG_TRIGGERS = """
    SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE tgname LIKE '%_append_only' AND tgenabled <> 'D'
"""
"""A disabled trigger protects nothing."""


@query
def verify(session: Session) -> tuple[InvariantResult, ...]:
    """One result per invariant, all read from one snapshot."""
    checks = (_check(session, each) for each in ALL_INVARIANTS)
    return (_storage(session), _append_only(session), check_papers(session), *checks)


def _check(session: Session, invariant: Invariant) -> InvariantResult:
    checked = session.execute(text(f"SELECT count(*) FROM ({invariant.checked}) AS checked")).scalar_one()
    broken = session.execute(text(f"SELECT count(*) FROM ({invariant.broken}) AS broken")).scalar_one()
    examples: tuple[str, ...] = ()
    if broken:
        rows = session.execute(text(f"SELECT * FROM ({invariant.broken}) AS broken LIMIT {EXAMPLES}"))
        examples = tuple(" · ".join(str(value) for value in row) for row in rows)
    return InvariantResult(invariant.name, invariant.sentence, checked, broken, examples)


def _storage(session: Session) -> InvariantResult:
    """SQLite's own check of the file and of every foreign key; PostgreSQL keeps both by itself."""
    found: list[str] = []
    if session.get_bind().dialect.name == "sqlite":
        found += [str(row[0]) for row in session.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
        found += [f"{row[0]} row {row[1]}" for row in session.execute(text("PRAGMA foreign_key_check"))]
    tables = len(inspect(session.connection()).get_table_names())
    sentence = "the file is whole and every reference leads somewhere"
    return InvariantResult("storage", sentence, tables, len(found), tuple(found[:EXAMPLES]))


def _append_only(session: Session) -> InvariantResult:
    """The triggers that keep posted rows as they are must still be there."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    guarded = [row[0] for row in session.execute(text(_SQLITE_TRIGGERS if is_sqlite else _PG_TRIGGERS))]
    per_table = 2 if is_sqlite else 1
    posted = (*APPEND_ONLY, *FROZEN)
    bare = [table.__tablename__ for table in posted if guarded.count(table.__tablename__) < per_table]
    sentence = "posted rows cannot be changed or deleted"
    return InvariantResult("append-only", sentence, len(posted), len(bare), tuple(bare))
