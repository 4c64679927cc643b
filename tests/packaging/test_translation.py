"""Updating the catalogue keeps what is translated, adds what is new, drops what is gone."""

import gettext

import pytest

from translation import compile_catalogues, extract, read_catalogue, source_of, update_catalogue

CODE = 'from otop_pos.i18n import _, ngettext\n_("Pay")\nngettext("{n} lot", "{n} lots", 2)\n'
CATALOGUE = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Pay"
msgstr "รับเงิน"

msgid "Gone"
msgstr "หายไปแล้ว"
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "otop_pos" / "ui").mkdir(parents=True)
    (tmp_path / "otop_pos" / "ui" / "sale.py").write_text(CODE, encoding="utf-8")
    source = source_of(tmp_path, "th")
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE, encoding="utf-8")
    return tmp_path


def test_every_text_of_the_code_is_found(root):
    assert {message.id for message in extract(root) if message.id} == {"Pay", ("{n} lot", "{n} lots")}


def test_translations_stay_new_texts_come_and_old_ones_go(root):
    update_catalogue(root)
    found = {message.id: message.string for message in read_catalogue(source_of(root, "th")) if message.id}
    assert found == {"Pay": "รับเงิน", ("{n} lot", "{n} lots"): ("",)}
    assert "หายไปแล้ว" not in source_of(root, "th").read_text(encoding="utf-8")


def test_a_second_update_changes_nothing(root):
    update_catalogue(root)
    before = source_of(root, "th").read_bytes()
    update_catalogue(root)
    assert source_of(root, "th").read_bytes() == before


def test_a_first_catalogue_is_made(root):
    source_of(root, "th").unlink()
    update_catalogue(root)
    assert "Pay" in read_catalogue(source_of(root, "th"))


def test_the_compiled_catalogue_speaks_thai(root):
    compile_catalogues(root)
    with source_of(root, "th").with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Pay") == "รับเงิน"
