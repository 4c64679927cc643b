"""Tax withheld from a payment, its certificate, and the second person who approves."""

import pytest

from otop_pos.domain.errors import (
    Missing,
    SamePerson,
    WrongVoucherState,
)
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import BAHT
from otop_pos.domain.statement import Statement
from otop_pos.domain.voucher import PayoutMethod, VoucherState
from otop_pos.services.settlement.ledger import list_ledger
from otop_pos.services.settlement.paying import pay_voucher, reverse_voucher
from otop_pos.services.settlement.vouching import (
    approve_voucher,
    prepare_voucher,
    read_certificate,
    read_voucher,
)
from tests.books import broken, contents
from tests.services.settlement.desk import (
    LATER,
    TOMORROW,
    Desk,
    new_terms,
    two_cloths,
    with_guard_off,
)

CASH = PayoutMethod.CASH


def settled(desk: Desk) -> Statement:
    """1,500.00 are due; the next morning the drawer has enough."""
    two_cloths(desk.shop)
    desk.shop.close()
    desk.next_day()
    desk.shop.sell(("P000003", 10_000), at=LATER)
    return desk.issue()


def kinds(desk: Desk) -> list[tuple[EntryKind, int]]:
    return [(entry.kind, entry.amount) for entry in desk.ask(list_ledger, desk.shop.weaver.id)][::-1]


def test_a_second_person_approves(desk: Desk) -> None:
    statement = settled(desk)
    voucher = desk.run(prepare_voucher, statement.doc_no, CASH, user=desk.second)
    with pytest.raises(SamePerson):
        desk.run(approve_voucher, voucher.doc_no, user=desk.second)
    with pytest.raises(WrongVoucherState):
        desk.run(pay_voucher, voucher.doc_no)
    approved = desk.run(approve_voucher, voucher.doc_no, user=desk.shop.manager)
    assert (approved.state, approved.prepared_by) == (VoucherState.APPROVED, desk.second.name)
    assert approved.approved_by == desk.shop.manager.name
    assert desk.run(approve_voucher, voucher.doc_no, user=desk.shop.manager) == approved
    assert desk.owed() == 1_500 * BAHT


def test_tax_is_withheld_and_certified(desk: Desk) -> None:
    new_terms(desk.shop, wht_rule="work_3")
    paid = desk.paid(settled(desk))
    assert (paid.wht_base, paid.wht, paid.net) == (1_500 * BAHT, 45 * BAHT, 1_455 * BAHT)
    certificate = desk.ask(read_certificate, paid.certificate_no.lower()).value
    assert (certificate.doc_no, certificate.voucher_no) == ("CM-WT690000001", paid.doc_no)
    assert (certificate.form, certificate.base, certificate.tax) == ("ภ.ง.ด.3", 1_500 * BAHT, 45 * BAHT)
    assert (certificate.rate_bp, certificate.income_th, certificate.paid_on) == (300, "ค่าจ้างทำของ", TOMORROW)
    assert desk.ask(read_voucher, paid.doc_no) == paid
    assert broken(desk.shop.database) == []


def test_of_a_company_the_form_is_53_and_its_own_vat_is_left_alone(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    new_terms(desk.shop, wht_rule="work_3", tax_mode="producer_vat")
    with_guard_off(
        desk.shop, "UPDATE producer SET kind = 'sme', tax_id = '0505561000001', vat_registered = TRUE WHERE id = 1"
    )
    desk.shop.close()
    desk.next_day()
    desk.shop.sell(("P000003", 10_000), at=LATER)
    desk.adjust(1_070 * BAHT)
    desk.shop.close(at=LATER)
    later = desk.next_day(2)
    desk.shop.sell(("P000003", 9_000), at=later)
    paid = desk.paid(desk.issue(TOMORROW, at=later), at=later)
    assert (paid.gross, paid.wht_base, paid.wht) == (1_070 * BAHT, 1_000 * BAHT, 30 * BAHT)
    assert desk.ask(read_certificate, paid.certificate_no).value.form == "ภ.ง.ด.53"


def test_a_payment_taken_back_is_owed_again_with_its_tax(desk: Desk) -> None:
    new_terms(desk.shop, wht_rule="work_3")
    statement = settled(desk)
    voucher = desk.paid(statement)
    with pytest.raises(Missing):
        desk.run(reverse_voucher, voucher.doc_no, " ", user=desk.shop.manager)
    back = desk.run(reverse_voucher, voucher.doc_no, "จ่ายผิดคน", user=desk.shop.manager)
    books = contents(desk.shop.database)
    assert desk.run(reverse_voucher, voucher.doc_no, "จ่ายผิดคน", user=desk.shop.manager) == back
    assert contents(desk.shop.database) == books
    assert (back.state, back.remark) == (VoucherState.REVERSED, "จ่ายผิดคน")
    assert sorted(kinds(desk)[1:]) == [
        (EntryKind.PAYOUT, -1_455 * BAHT),
        (EntryKind.PAYOUT_REVERSAL, 1_455 * BAHT),
        (EntryKind.WHT, -45 * BAHT),
        (EntryKind.WHT, 45 * BAHT),
    ]
    with pytest.raises(WrongVoucherState):
        desk.run(pay_voucher, voucher.doc_no)
    again = desk.paid(statement)
    assert (again.doc_no, again.gross, again.certificate_no) == ("CM-PV690000002", 1_500 * BAHT, "CM-WT690000002")
    assert desk.owed() == 0
    assert broken(desk.shop.database) == []
