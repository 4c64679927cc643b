"""The first start."""

import pytest

from otop_pos.services.counter import read_counter
from otop_pos.services.shop import has_shop
from otop_pos.ui.setup import SetupWindow
from tests.factories import TODAY


@pytest.fixture
def setup(qtbot, backend):
    setup = SetupWindow(backend)
    qtbot.addWidget(setup)
    setup.show()
    setup.finished_with = []
    setup.finished.connect(lambda till, user: setup.finished_with.append((till, user)))
    return setup


def test_the_demo_shop_opens_at_its_first_till_for_its_manager(setup, shop_database):
    setup.demo.click()
    assert setup.finished_with == [("CM01", "M01")]
    assert shop_database.run(read_counter, "CM01", "M01", on=TODAY).user.role == "manager"


def test_an_own_shop_needs_a_manager(setup, shop_database):
    setup.form.open.click()
    assert "Manager" in setup.form.message_bar.text()
    assert not shop_database.run(has_shop)


def test_an_own_shop_is_what_was_typed(setup, shop_database):
    form = setup.form
    form.centres.button(1).click()
    form.tax_id.setText("๐ ๙๙๔๐ ๐๐๖๑๗ ๗๒ ๑")
    form.manager.setText("สมชาย ใจดี")
    form.vat.choose("vat")
    form.open.click()
    assert setup.finished_with == [("KK01", "M01")]
    counter = shop_database.run(read_counter, "KK01", "M01", on=TODAY.replace(year=2099))
    assert (counter.shop.code, counter.shop.tax_id, counter.shop.vat_registered) == ("KK", "0994000617721", True)


def test_a_tax_id_that_does_not_fit_is_a_hint_and_no_barrier(setup):
    setup.form.tax_id.setText("1234567890123")
    setup.form.tax_id.editingFinished.emit()
    assert setup.form.message_bar.text()
    setup.form.manager.setText("สมชาย")
    setup.form.open.click()
    assert setup.finished_with == [("CM01", "M01")]


def test_the_first_start_speaks_both_languages(setup):
    setup.language.click()
    assert setup.form.centres.button(0).text() == "เชียงใหม่"
