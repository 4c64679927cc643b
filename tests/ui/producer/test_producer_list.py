"""Finding a producer, and who has to be looked after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.producer import Producer
from otop_pos.services.bank_account import enter_bank
from otop_pos.services.producer import add_producer, find_producers
from tests.factories import NOW
from tests.ui.hands import press, scan, type_slowly

KEY = Qt.Key


def listed(producers):
    return [brief.producer.code for brief in producers.list.table.rows_model.rows]


@pytest.mark.parametrize(("typed", "found"), [("ทอผ้า", "CM-0001"), ("0002", "CM-0002"), ("หนองผึ้ง", "CM-0002")])
def test_any_part_finds_a_producer_and_enter_opens_its_page(producers, typed, found):
    type_slowly(producers.window(), typed)
    assert listed(producers) == [found]
    press(producers.window(), KEY.Key_Return)
    assert producers.is_on_page
    assert producers.page.producer.code == found


def test_the_village_finds_its_producers(producers):
    type_slowly(producers.window(), "หางดง")
    assert listed(producers) == ["CM-0001", "CM-0002"]


def test_a_makers_card_opens_the_page_and_esc_goes_back(producers):
    assert producers.scan("CM-0002")
    assert producers.page.producer.code == "CM-0002"
    press(producers.window(), KEY.Key_Escape)
    assert not producers.is_on_page
    assert producers.list.code_box.edit.hasFocus()


def test_chips_show_only_who_has_to_be_looked_after(producers, shop):
    shop.database.run(add_producer, Producer("CM-0003", "กลุ่มใหม่"))
    waiting = BankAccount(shop.farmer.id, "006", "1234567890", "นายผึ้ง")
    shop.database.run(enter_bank, waiting, till="CM01", user=shop.manager, at=NOW)
    producers.list.arrive()
    groups = producers.list.groups
    for name, codes in (("bank", ["CM-0002"]), ("unagreed", ["CM-0003"]), ("lapsing", [])):
        groups.buttons[name].click()
        assert listed(producers) == codes
        assert groups.buttons[name].words().endswith(f"· {len(codes)}")


def test_nobody_found_offers_to_register_the_name(producers, shop):
    type_slowly(producers.window(), "กลุ่มจักสาน", enter=True)
    assert "กลุ่มจักสาน" in producers.message_bar.text()
    producers.message_bar._action.click()
    assert producers.form.is_open
    assert producers.form.name.text() == "กลุ่มจักสาน"
    press(producers.window(), KEY.Key_F12)
    (new,) = shop.database.run(find_producers, "จักสาน")
    assert new.code == "CM-0003"
    assert producers.page.producer == new
    assert producers.page.part == "terms"


def test_a_scan_of_goods_is_left_to_the_bill_while_a_page_is_open(page, producers):
    assert not producers.scan("8850000000012")
    scan(producers.window(), "8850000000012")
    QApplication.processEvents()
    assert producers.is_on_page
