"""Database.run: all or nothing, again after a collision, and a sentence for what lies outside."""

import threading
import time
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from otop_pos.db import database as database_module
from otop_pos.db import postgresql, sqlite
from otop_pos.db.database import Database, open_database
from otop_pos.domain.errors import AlreadyExists, StoreUnreachable
from otop_pos.services.user import add_user, list_users
from tests.books import change

RAISE = "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{state}', MESSAGE = 'another till'; END $$"


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 20)
    monkeypatch.setattr(postgresql, "LOCK_TIMEOUT_MS", 20)


@pytest.fixture
def file(sqlite_target: str) -> Database:
    return open_database(sqlite_target)


def registering(then: Callable[[Session], None]) -> Callable[[Session], None]:
    """A use case that writes a user first, so that what is left of it can be seen."""

    def use_case(session: Session) -> None:
        add_user(session, "PIM", "พิม", "cashier")
        session.flush()
        then(session)

    return use_case


def test_what_a_use_case_wrote_is_there_when_it_returned(database: Database) -> None:
    saved = database.run(add_user, "PIM", "พิม", "cashier")
    assert database.run(list_users) == (saved,)


def test_a_bug_leaves_nothing_and_is_raised_as_it_is(database: Database) -> None:
    def fail(_session: Session) -> None:
        raise KeyError("a bug")

    with pytest.raises(KeyError):
        database.run(registering(fail))
    assert database.run(list_users) == ()


def test_a_refusal_leaves_nothing(database: Database) -> None:
    with pytest.raises(AlreadyExists):
        database.run(registering(lambda session: (add_user(session, "pim", "พิม", "clerk"), None)[1]))
    assert database.run(list_users) == ()


def test_a_broken_rule_of_the_tables_is_a_bug_not_a_sentence(database: Database) -> None:
    with pytest.raises(IntegrityError):
        database.run(registering(lambda session: _execute(session, "UPDATE shop_user SET code = NULL")))
    with pytest.raises(DBAPIError, match="no_such_table"):
        database.run(registering(lambda session: _execute(session, "SELECT * FROM no_such_table")))
    assert database.run(list_users) == ()


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
@pytest.mark.parametrize("state", ["40001", "40P01", "55P03"])
def test_a_collision_runs_the_use_case_again_from_its_start(database: Database, state: str) -> None:
    attempts = []

    def collide_twice(session: Session) -> None:
        attempts.append(1)
        if len(attempts) < 3:
            _execute(session, RAISE.format(state=state))

    database.run(registering(collide_twice))
    assert len(attempts) == 3
    assert [user.code for user in database.run(list_users)] == ["PIM"]


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_collision_that_never_ends_is_said_after_a_few_attempts(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module.time, "sleep", lambda _seconds: None)
    attempts = []

    def collide(session: Session) -> None:
        attempts.append(1)
        _execute(session, RAISE.format(state="40001"))

    with pytest.raises(StoreUnreachable):
        database.run(registering(collide))
    assert len(attempts) == database_module.ATTEMPTS
    assert database.run(list_users) == ()


def test_a_use_case_that_always_uses_a_key_twice_is_a_bug(database: Database) -> None:
    attempts = []

    def use_twice(session: Session) -> None:
        attempts.append(1)
        _execute(session, "INSERT INTO till (code, name, machine_no, epoch) VALUES ('T', '', '', 1), ('T', '', '', 1)")

    with pytest.raises(IntegrityError):
        database.run(registering(use_twice))
    assert len(attempts) <= 2
    assert database.run(list_users) == ()


def test_a_sale_waits_for_the_till_that_is_quicker(file: Database) -> None:
    """SQLite: another program holds the file longer than one wait lasts."""
    other = sqlite.best_module().connect(file.label, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.15, lambda: other.execute("COMMIT"))
    release.start()
    started = time.monotonic()
    file.run(add_user, "PIM", "พิม", "cashier")
    assert time.monotonic() - started > 0.1
    release.join()
    other.close()
    file.close()


def test_a_file_held_for_ever_is_said(file: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module.time, "sleep", lambda _seconds: None)
    other = sqlite.best_module().connect(file.label, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnreachable):
        file.run(add_user, "PIM", "พิม", "cashier")
    other.close()
    file.run(add_user, "PIM", "พิม", "cashier")
    file.close()


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_lock_held_for_ever_is_said(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module.time, "sleep", lambda _seconds: None)
    database.run(add_user, "PIM", "พิม", "cashier")
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE shop_user SET name = 'x'"))
        with pytest.raises(StoreUnreachable):
            database.run(lambda session: _execute(session, "UPDATE shop_user SET name = 'y'"))


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_server_lost_in_the_middle_is_said_and_the_next_act_finds_it_again(database: Database) -> None:
    def lose_the_server(session: Session) -> None:
        pid = session.execute(text("SELECT pg_backend_pid()")).scalar_one()
        change(database, f"SELECT pg_terminate_backend({pid})")
        _execute(session, "SELECT 1")

    with pytest.raises(StoreUnreachable):
        database.run(registering(lose_the_server))
    assert database.run(list_users) == ()
    database.run(add_user, "PIM", "พิม", "cashier")


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_connection_that_died_while_the_till_was_idle_is_not_noticed_by_anybody(database: Database) -> None:
    database.run(add_user, "PIM", "พิม", "cashier")
    other = Database(postgresql.make_engine(database.engine.url.render_as_string()), "")
    change(
        other,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE pid <> pg_backend_pid() AND datname = current_database()",
    )
    other.close()
    database.run(add_user, "NOI", "น้อย", "cashier")
    assert [user.code for user in database.run(list_users)] == ["NOI", "PIM"]


def _execute(session: Session, sql: str) -> None:
    session.execute(text(sql))
