"""A day that was published before is taken as it stands, never written anew."""

from pathlib import Path

from otop_pos.sync.published import find_published
from tests.sync.damage import change_text
from tests.sync.day import first_day, head, write_day


def test_a_published_day_is_found_whatever_version_wrote_it(tmp_path: Path) -> None:
    written = write_day(tmp_path, first_day())
    assert find_published(tmp_path, head()) == written
    assert find_published(tmp_path, head(software="0.2.0")) == written


def test_nothing_is_found_where_nothing_was_published(tmp_path: Path) -> None:
    assert find_published(tmp_path / "outbox", head()) is None
    write_day(tmp_path, first_day())
    assert find_published(tmp_path, head(2, 21)) is None


def test_a_day_with_another_past_or_a_damage_is_not_taken(tmp_path: Path) -> None:
    written = write_day(tmp_path, first_day())
    assert find_published(tmp_path, head(previous_sha256="0" * 64)) is None
    change_text(written.folder, "payments.csv", "A-118", "A-119")
    assert find_published(tmp_path, head()) is None
