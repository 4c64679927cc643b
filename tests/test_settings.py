"""This machine's settings: a file that is whole or not there."""

import pytest

from otop_pos.settings import Settings, SettingsUnreadable, read_settings, write_settings


def test_without_a_file_the_defaults_hold(tmp_path):
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_what_is_written_is_read_back(tmp_path):
    path = tmp_path / "new" / "settings.toml"
    settings = Settings(database="ร้าน.sqlite", till_code="CM01", language="en", text_scale=125, keys={"quantity": "F3"})
    write_settings(settings, path)
    assert read_settings(path) == settings
    assert [each.name for each in path.parent.iterdir()] == ["settings.toml"]


def test_what_a_newer_version_wrote_is_passed_over(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('till_code = "CM02"\nhologram = true\n', encoding="utf-8")
    assert read_settings(path) == Settings(till_code="CM02")


@pytest.mark.parametrize(
    "text", ["till_code = ", "till_code = 7", 'text_scale = "large"', 'keys = "F3"', "[keys]\nquantity = 3", "\x00"]
)
def test_a_damaged_file_is_not_guessed_at(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsUnreadable) as raised:
        read_settings(path)
    assert raised.value.path == path


def test_the_customers_display_is_on_the_second_screen_unless_somebody_says_otherwise(tmp_path):
    path = tmp_path / "settings.toml"
    assert read_settings(path).customer_display == "auto"
    path.write_text('customer_display = "off"', encoding="utf-8")
    assert read_settings(path).customer_display == "off"


def test_papers_and_files_for_head_office_have_a_place_without_being_told():
    settings = Settings()
    assert settings.papers.name == "papers"
    assert settings.outbox.name == "outbox"
    assert settings.database_target.endswith("shop.sqlite")
