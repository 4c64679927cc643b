"""People and rights: kept by hand, by keys, and under a second person's eyes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.right import RIGHTS, Grant, Matrix, Right, Role
from otop_pos.services.permission import read_matrix, save_matrix
from otop_pos.services.user import list_former_users, list_users
from tests.factories import NOW, TODAY
from tests.ui.hands import press, type_slowly


def open_tab(front, name):
    front.window.go_to(front.settings)
    front.settings.choose(name)
    front.settings.tabs[name].panel.arrive()
    return front.settings.tabs[name].panel


@pytest.fixture
def people(manager_front, password):
    return open_tab(manager_front, "people")


@pytest.fixture
def rights(manager_front, password):
    return open_tab(manager_front, "rights")


def choose(panel, code):
    codes = [row.user.code for row in panel.table.rows_model.rows]
    panel.table.select(codes.index(code))


def users(shop):
    return {user.code: user for user in shop.database.run(list_users)}


def test_the_list_says_who_has_a_pin(people):
    states = {row.user.code: row.state for row in people.table.rows_model.rows}
    assert states == {"PIM": "has a PIN", "SIRI": "has a PIN"}


def test_somebody_new_is_registered_by_keyboard_alone(people, shop):
    press(people, Qt.Key.Key_F3)
    assert QApplication.focusWidget() is people.name
    type_slowly(people, "Anan")
    assert people.code.text() == "C01"
    press(people, Qt.Key.Key_F12)
    assert (users(shop)["C01"].name, users(shop)["C01"].role) == ("Anan", Role.CASHIER)
    assert people.message_bar.text() == "Saved: Anan"
    assert people.table.selected().user.code == "C01"


def test_the_proposed_code_follows_the_role_until_it_is_typed(people):
    people.new.click()
    people.role._group.button(2).click()
    assert people.code.text() == "M01"
    people.code.setFocus()
    people.code.clear()
    type_slowly(people, "BOSS")
    people.role._group.button(1).click()
    assert people.code.text() == "BOSS"


def test_without_a_name_nothing_is_saved(people, shop):
    before = users(shop)
    people.new.click()
    people.save.click()
    assert people.message_bar.text()
    assert people.name.property("wrong")
    assert users(shop) == before


def test_a_code_that_is_taken_is_said(people):
    people.new.click()
    people.name.setText("Another")
    people.code.setText("PIM")
    people.save.click()
    assert "PIM" in people.message_bar.text()


def test_who_becomes_manager_chooses_a_password(people, shop):
    choose(people, "PIM")
    people.role._group.button(2).click()
    people.save.click()
    assert (users(shop)["PIM"].role, users(shop)["PIM"].has_secret) == (Role.MANAGER, False)


def test_the_last_manager_stays_one(people, shop):
    choose(people, "SIRI")
    assert not people.leave.isEnabled()
    people.role._group.button(0).click()
    people.save.click()
    assert "Register another manager first" in people.message_bar.text()
    assert users(shop)["SIRI"].role is Role.MANAGER


def test_who_goes_is_kept_in_the_list_and_may_come_back(people, shop):
    choose(people, "PIM")
    people.leave.click()
    assert "PIM" not in users(shop)
    assert [user.code for user in shop.database.run(list_former_users)] == ["PIM"]
    choose(people, "PIM")
    assert people.table.selected().state == "no longer here"
    assert people.leave.words() == "Works here again"
    people.leave.click()
    assert "PIM" in users(shop)


def test_a_forgotten_pin_is_taken_away(people, shop):
    choose(people, "PIM")
    people.forget.click()
    assert not users(shop)["PIM"].has_secret
    assert not people.forget.isEnabled()


def test_a_cashier_who_needs_a_second_person_gets_one(front, desk, shop, password):
    matrix = Matrix({(Role.CASHIER, Right.KEEP_STAFF): Grant.APPROVAL})
    shop.database.run(save_matrix, matrix, till="CM01", user=shop.manager, at=NOW)
    desk.take_matrix(matrix)
    panel = open_tab(front, "people")
    panel.new.click()
    panel.name.setText("Anan")
    panel.save.click()
    assert front.approver.is_open
    assert "C01" not in users(shop)
    type_slowly(front.window, password, enter=True)
    assert not front.approver.is_open
    assert users(shop)["C01"].name == "Anan"


def test_a_right_goes_round_by_touch_and_is_saved_in_one_act(rights, shop, desk):
    cell = rights.cells[Role.CASHIER, Right.VOID]
    assert cell.grant is Grant.APPROVAL
    assert not rights.save.isEnabled()
    cell.click()
    assert cell.grant is Grant.DENIED
    cell.click()
    assert cell.grant is Grant.ALLOWED
    assert shop.database.run(read_matrix, TODAY) == Matrix()
    rights.save.click()
    assert shop.database.run(read_matrix, TODAY).grants == {(Role.CASHIER, Right.VOID): Grant.ALLOWED}
    assert desk.matrix.grant(Role.CASHIER, Right.VOID) is Grant.ALLOWED
    assert rights.message_bar.text() == "Saved. From today on, on every till"


def test_the_rights_by_keyboard_alone(rights, shop):
    assert QApplication.focusWidget() is rights.cells[Role.CASHIER, Right.SELL]
    press(rights, Qt.Key.Key_Down)
    press(rights, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is rights.cells[Role.CLERK, Right.OVERRIDE_PRICE]
    for _turn in range(2):
        press(rights, Qt.Key.Key_Return)
    press(rights, Qt.Key.Key_F12)
    assert shop.database.run(read_matrix, TODAY).grants == {(Role.CLERK, Right.OVERRIDE_PRICE): Grant.APPROVAL}


def test_every_right_stands_there_for_every_role(rights):
    assert set(rights.cells) == {(role, right) for role in Role for right in RIGHTS}
    assert set(rights.caps) == {right for right, facts in RIGHTS.items() if facts.cap is not None}


def test_people_and_rights_cannot_be_taken_from_the_managers(rights):
    assert not rights.cells[Role.MANAGER, Right.KEEP_STAFF].isEnabled()


def test_how_far_alone_is_typed_in_percent_and_baht(rights, shop):
    rights.caps[Right.DISCOUNT].setText("๕")
    rights.caps[Right.REFUND].setText("500")
    rights.save.click()
    assert shop.database.run(read_matrix, TODAY).caps == {Right.DISCOUNT: 500, Right.REFUND: 50_000}


@pytest.mark.parametrize("text", ["", "101", "much"])
def test_a_wrong_limit_is_said_and_nothing_saved(rights, shop, text):
    rights.caps[Right.DISCOUNT].setText(text)
    rights.save.click()
    assert rights.message_bar.text()
    assert shop.database.run(read_matrix, TODAY) == Matrix()


def test_back_to_a_new_shop_is_shown_before_it_is_saved(rights, shop):
    rights.cells[Role.CASHIER, Right.VOID].click()
    rights.save.click()
    rights.usual.click()
    assert rights.cells[Role.CASHIER, Right.VOID].grant is Grant.APPROVAL
    assert shop.database.run(read_matrix, TODAY) != Matrix()
    rights.save.click()
    assert shop.database.run(read_matrix, TODAY) == Matrix()


def test_the_rights_follow_the_language_and_keep_what_was_touched(manager_front, rights):
    rights.cells[Role.CASHIER, Right.SELL].click()
    manager_front.window.speak("th")
    assert rights.cells[Role.CASHIER, Right.SELL].accessibleName().startswith("ขาย")
    assert rights.cells[Role.CASHIER, Right.SELL].grant is Grant.APPROVAL
    assert rights.save.isEnabled()
