"""The tables are those of the models, by whatever migrations they came about."""

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, inspect

from otop_pos.db import migrations
from otop_pos.db.database import Database, open_database
from otop_pos.db.migration import HEAD
from otop_pos.db.models import APPEND_ONLY, Base
from otop_pos.services.sale import list_sales
from tests.books import broken, contents, value
from tests.db.golden import FOLDER, golden_file, restore_golden
from tests.factories import small_shop


def revisions() -> list[str]:
    """All there are, oldest first."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return [each.revision for each in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def differences(database: Database) -> list[Any]:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return compare_metadata(context, Base.metadata)


def test_the_tables_are_those_of_the_models(database: Database) -> None:
    assert differences(database) == []


def test_the_checks_are_those_of_the_models(database: Database) -> None:
    inspector = inspect(database.engine)
    for table in Base.metadata.tables.values():
        expected = {each.name for each in table.constraints if isinstance(each, CheckConstraint)}
        assert {each["name"] for each in inspector.get_check_constraints(table.name)} == expected, table.name


def test_the_program_writes_the_newest_schema(database: Database) -> None:
    assert revisions()[-1] == HEAD
    assert value(database, "SELECT version_num FROM alembic_version") == HEAD


def test_revisions_sort_as_they_follow_each_other() -> None:
    """A newer database is told by comparing the texts."""
    assert revisions() == sorted(revisions())


def test_every_posted_table_is_guarded_by_the_migrations() -> None:
    from otop_pos.db.migrations.versions import __path__ as folders

    texts = "".join(path.read_text(encoding="utf-8") for folder in folders for path in Path(folder).glob("*.py"))
    for table in APPEND_ONLY:
        assert f'"{table.__tablename__}",' in texts


def test_a_small_database_of_every_released_schema_is_kept() -> None:
    assert {path.name for path in FOLDER.glob("schema_*.sql")} == {golden_file(each).name for each in revisions()}


@pytest.mark.parametrize("revision", revisions())
def test_books_of_a_released_schema_open_with_all_that_is_in_them(tmp_path: Path, revision: str) -> None:
    path = restore_golden(revision, tmp_path / "shop.sqlite")
    database = open_database(path)
    (sale,) = database.run(list_sales, "CM01")
    assert (sale.doc_no, sale.net, len(sale.lines)) == ("CM01-1-690000001", 143_000, 2)
    assert broken(database) == []
    assert value(database, "SELECT version_num FROM alembic_version") == HEAD
    database.close()
    assert len(list(tmp_path.glob("*.bak"))) == (0 if revision == HEAD else 1)


@pytest.mark.parametrize("revision", revisions()[-1:])
def test_a_released_migration_is_never_edited(tmp_path: Path, revision: str) -> None:
    """What it once made is still what the models say."""
    database = open_database(restore_golden(revision, tmp_path / "shop.sqlite"))
    assert differences(database) == []
    database.close()


def test_opening_current_books_changes_nothing(database: Database, request: pytest.FixtureRequest) -> None:
    small_shop(database).sell(("P000001", 1000))
    before = contents(database)
    target = request.getfixturevalue(f"{request.node.callspec.params['database']}_target")
    open_database(target).close()
    assert contents(database) == before
