"""A producer put right by keyboard: record, members, bank, standards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.member import Member
from otop_pos.domain.standard import StandardKind
from otop_pos.services.bank_account import approved_bank, list_banks
from otop_pos.services.member import list_members
from otop_pos.services.producer import read_producer
from otop_pos.services.standard import list_standards
from otop_pos.services.user import add_user
from tests.ui.hands import press, type_slowly

KEY = Qt.Key


def keys(window, *typed):
    """Each text with its Enter; a key is pressed."""
    for each in typed:
        if isinstance(each, str):
            type_slowly(window, each, enter=True)
        else:
            press(window, each)
    QApplication.processEvents()


def go_to(page, number):
    press(page.window(), KEY(KEY.Key_0 + number), Qt.KeyboardModifier.AltModifier)


def test_the_page_says_who_it_is_and_what_is_here_and_sold(page, shop):
    shop.sell(("P000001", 2_000))
    go_to(page, 1)
    assert page.name.text() == shop.weaver.name_th
    assert "CM-0001" in page.code.text()
    assert {lot.on_hand for lot in page.shelf.table.rows_model.rows} == {18_000, 20_000}
    assert ("Sold, returns taken off", "2,140.00") in page.shelf.figures.texts()
    assert sum(net for _day, net in page.shelf.chart.bars) == 214_000


def test_what_we_owe_is_the_ledger_to_the_satang(page, shop):
    shop.sell(("P000001", 2_000))
    go_to(page, 2)
    assert page.owed.owed.figure.text() == "1,500.00"
    assert [entry.amount for entry in page.owed.ledger.rows_model.rows] == [150_000]


def test_f4_changes_the_producer_and_the_code_stays(page, producers, shop):
    keys(page.window(), KEY.Key_F4)
    form = producers.form
    assert form.code.isReadOnly()
    form.name.selectAll()
    keys(page.window(), "กลุ่มทอผ้าบ้านใหม่", "Ban Mai")
    form.phone.setText("081-234-5678")
    form.story_en.setText("Three generations\nof weavers")
    keys(page.window(), KEY.Key_F12)
    changed = shop.database.run(read_producer, shop.weaver.id)
    assert (changed.code, changed.name_th, changed.name_en) == ("CM-0001", "กลุ่มทอผ้าบ้านใหม่", "Ban Mai")
    assert (changed.phone, changed.story_en) == ("081-234-5678", "Three generations of weavers")
    assert changed.place == shop.weaver.place
    assert page.name.text() == "Ban Mai"
    assert "Saved" in producers.message_bar.text()


def test_a_name_that_cannot_be_kept_leaves_the_form_open(page, producers, shop):
    keys(page.window(), KEY.Key_F4)
    producers.form.name.setText("=กลุ่ม")
    keys(page.window(), KEY.Key_F12)
    assert producers.form.is_open
    assert producers.form.message_bar.text()
    assert producers.form.save.isEnabled()
    assert shop.database.run(read_producer, shop.weaver.id) == shop.weaver


def test_a_bank_is_entered_and_approved_by_another_managers_password(page, producers, second, shop):
    go_to(page, 5)
    keys(page.window(), KEY.Key_F3)
    page.money.bank_panel.bank.choose("006")
    keys(page.window(), KEY.Key_Return, "123-4-56789-0", "นางคำ ทอดี", "")
    assert not page.money.bank_panel.is_open
    (waiting,) = shop.database.run(list_banks, shop.weaver.id)
    assert (waiting.account, waiting.is_approved) == ("1234567890", False)
    keys(page.window(), KEY.Key_F5)
    approved = shop.database.run(approved_bank, shop.weaver.id)
    assert approved.approved_by == second.name
    assert second.name in producers.message_bar.text()
    assert not page.money.approve.isEnabled()


def test_an_account_with_a_digit_too_few_is_named_in_its_box(page, shop):
    go_to(page, 5)
    keys(page.window(), KEY.Key_F3, KEY.Key_Return, "123-4-5678", KEY.Key_F12)
    panel = page.money.bank_panel
    assert "Account number" in panel.message_bar.text()
    assert QApplication.focusWidget() is panel.account
    assert shop.database.run(list_banks, shop.weaver.id) == ()


def test_members_share_what_is_paid(page, shop):
    go_to(page, 5)
    keys(page.window(), KEY.Key_F6, "นางคำ", "081-111-1111", "60", "นางแก้ว", "", "30", KEY.Key_F12)
    panel = page.money.member_panel
    assert panel.is_open
    assert "90" in panel.message_bar.text()
    panel.rows[1].share.setText("40")
    assert "100 %" in panel.sum.text()
    keys(page.window(), KEY.Key_F12)
    members = (Member("นางคำ", 6_000, "081-111-1111"), Member("นางแก้ว", 4_000))
    assert shop.database.run(list_members, shop.weaver.id) == members
    assert page.money.members.rows_model.rows == members


def test_three_members_share_evenly_and_nothing_is_left(page, shop):
    go_to(page, 5)
    keys(page.window(), KEY.Key_F6, "ก", "", "", "ข", "", "", "ค", KEY.Key_F5, KEY.Key_F12)
    shares = [member.share_bp for member in shop.database.run(list_members, shop.weaver.id)]
    assert shares == [3_334, 3_333, 3_333]


def test_a_standard_is_written_down_renewed_and_removed(page, shop):
    go_to(page, 6)
    keys(page.window(), KEY.Key_F3, KEY.Key_Return, "50-2-01234", KEY.Key_Return, "20/12/2569")
    (kept,) = shop.database.run(list_standards, shop.weaver.id)
    assert (kept.kind, kept.number, str(kept.expires_on)) == (StandardKind.FDA, "50-2-01234", "2026-12-20")
    keys(page.window(), KEY.Key_F5, KEY.Key_Return, KEY.Key_Return, "20/12/2572")
    (renewed,) = shop.database.run(list_standards, shop.weaver.id)
    assert str(renewed.expires_on) == "2029-12-20"
    keys(page.window(), KEY.Key_F9)
    assert shop.database.run(list_standards, shop.weaver.id) == ()


@pytest.mark.parametrize("part", ["shelf", "owed", "terms", "goods", "money", "standard"])
def test_a_cashier_reads_and_is_offered_nothing_to_change(page, producers, desk, shop, part):
    desk.take_user(shop.user)
    page.show_part(part)
    offered = [
        button
        for name in ("new", "enter", "approve", "end", "change", "renew", "forget")
        if (button := getattr(page.parts[part], name, None)) is not None and button.isVisible()
    ]
    assert offered == []
    assert not page.change.isVisible()


def test_a_clerk_enters_an_account_and_a_manager_approves_it_on_the_spot(page, second, desk, shop):
    clerk = shop.database.run(add_user, "KAM", "คำปัน", "clerk")
    desk.take_user(clerk)
    go_to(page, 5)
    keys(page.window(), KEY.Key_F3, KEY.Key_Return, "123-4-56789-0", "นางคำ ทอดี", "")
    keys(page.window(), KEY.Key_F5)
    approved = shop.database.run(approved_bank, shop.weaver.id)
    assert (approved.entered_by, approved.approved_by) == ("คำปัน", second.name)


def test_an_ended_account_leaves_the_page(page, second, shop):
    go_to(page, 5)
    keys(page.window(), KEY.Key_F3, KEY.Key_Return, "123-4-56789-0", "นางคำ ทอดี", "", KEY.Key_F8)
    assert shop.database.run(list_banks, shop.weaver.id) == ()
    assert page.money.banks.rows_model.rows == ()


def test_another_language_keeps_what_was_typed_and_chosen(page, producers):
    keys(page.window(), KEY.Key_F4)
    form = producers.form
    form.kind.choose("sme")
    form.name.setText("กลุ่มใหม่")
    page.window().speak("th")
    assert (form.kind.choice(), form.name.text()) == ("sme", "กลุ่มใหม่")
    assert page.line.text().startswith("กลุ่มผู้ผลิตชุมชน")
