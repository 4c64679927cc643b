"""The one way to run a use case: one function, one transaction, whichever database stands behind."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from otop_pos.db.faults import is_collision, is_used_key, refusal_for
from otop_pos.db.query import is_query

P = ParamSpec("P")
T = TypeVar("T")

ATTEMPTS = 8


class Database:
    """`run` opens a session, commits when the use case returns, rolls back on any exception.

    Nobody else commits. A use case that collided with another till's (serialization failure, lock
    time-out, deadlock) is run again from its start, so it must not touch anything but its session.
    So is, once, one whose key another till has just used: it then finds what is there, and answers.
    """

    def __init__(self, engine: Engine, label: str) -> None:
        self.engine = engine
        self.label = label
        self._reader = engine.execution_options(otop_query=True)
        if engine.dialect.name == "postgresql":
            self._reader = self._reader.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    def run(self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The use case's value. Refuses StoreUnreachable when the database is away, full or read-only."""
        attempt, was_forestalled = 0, False
        while True:
            attempt += 1
            try:
                return self._run_once(use_case, *args, **kwargs)
            except DBAPIError as error:
                if is_collision(error) and attempt < ATTEMPTS:
                    time.sleep(random.uniform(0, 0.01 * 2**attempt))
                    continue
                if is_used_key(error) and not was_forestalled:
                    was_forestalled = True
                    continue
                refusal = refusal_for(error)
                if refusal is None:
                    raise
                raise refusal from error

    def _run_once(self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        if is_query(use_case):
            with Session(self._reader, autoflush=False) as session:
                return use_case(session, *args, **kwargs)
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            return use_case(session, *args, **kwargs)

    def close(self) -> None:
        self.engine.dispose()


def open_database(target: str | Path) -> Database:
    """A SQLite file (made when it is not there) or `postgresql://…`, brought to this program's schema.

    Refuses NotOurFile, NewerDatabase, StoreUnreachable, FolderUnwritable.
    """
    from otop_pos.db import postgresql, sqlite
    from otop_pos.db.migration import upgrade

    if str(target).startswith(("postgresql://", "postgresql+psycopg://", "postgres://")):
        database = Database(postgresql.make_engine(str(target)), postgresql.label(str(target)))
    else:
        path = Path(target).expanduser().resolve()
        database = Database(sqlite.make_engine(path), str(path))
    try:
        upgrade(database.engine, database.label)
    except DBAPIError as error:
        database.close()
        refusal = refusal_for(error)
        if refusal is None:
            raise
        raise refusal from error
    except BaseException:
        database.close()
        raise
    return database
