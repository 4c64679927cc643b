"""What a statement says besides the money, and that an issued paper never says anything else."""

from dataclasses import replace

import pytest

from otop_pos.documents.statement_pdf import statement_pdf
from otop_pos.documents.voucher_pdf import voucher_pdf
from otop_pos.documents.withholding_pdf import withholding_pdf
from otop_pos.domain.errors import NotFound
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import BAHT
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.statement import DISPUTE_DAYS, LotAccount
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct
from otop_pos.services.producer_record import change_producer
from otop_pos.services.product_record import change_product
from otop_pos.services.settlement.issuing import read_statement
from otop_pos.services.settlement.vouching import read_certificate, read_voucher_paper
from otop_pos.services.stock import list_lots
from otop_pos.services.stock.moving import post_note, reverse_note
from tests.books import broken, change, value
from tests.factories import NOW
from tests.services.settlement.desk import DAY, LATER, TOMORROW, Desk, new_terms, two_cloths, with_guard_off


def adds_up(lot: LotAccount) -> bool:
    gone = lot.sold + lot.returned_to_producer + lot.damaged + lot.lost + lot.expired + lot.donated
    return lot.opening + lot.received + lot.customer_returns + lot.counted - gone == lot.closing


def lot_of(desk: Desk, code: str = "P000001") -> int:
    return int(desk.ask(list_lots, code)[0].id)


def post(desk: Desk, kind: NoteKind, cause: MoveKind, qty: int, **more: object) -> str:
    wish = NoteWish(lot_of(desk), qty, cause, **more)  # type: ignore[arg-type]
    act = StockAct(kind, (wish,), "ตรวจพบ")
    return str(desk.run(post_note, act, user=desk.shop.manager, at=NOW).doc_no)


def test_every_lots_own_account_adds_up(desk: Desk) -> None:
    """Received, sold, brought back, given back, lost and found, put aside: each in its column."""
    sale = two_cloths(desk.shop)
    desk.shop.refund(sale, RefundLine(1, 1_000, is_damaged=True))
    post(desk, NoteKind.RETURN, MoveKind.SUPPLIER_RETURN, 3_000)
    lost = post(desk, NoteKind.LOSS, MoveKind.LOSS, 2_000)
    desk.run(reverse_note, lost, "พบแล้ว", user=desk.shop.manager, at=NOW)
    post(desk, NoteKind.LOSS, MoveKind.DAMAGE, 1_000)
    post(desk, NoteKind.TRANSFER, MoveKind.TRANSFER, 4_000, moved_to=Bucket.QUARANTINE)
    desk.shop.close()
    statement = desk.issue()
    cloth, silk = statement.lots
    assert (cloth.opening, cloth.received, cloth.sold, cloth.customer_returns) == (0, 20_000, 2_000, 1_000)
    assert (cloth.returned_to_producer, cloth.lost, cloth.damaged, cloth.expired) == (3_000, 0, 1_000, 0)
    assert (cloth.closing, cloth.days_here, cloth.price) == (15_000, 0, 107_000)
    assert (silk.received, silk.sold, silk.closing, silk.unit) == (20_000, 0, 20_000, "metre")
    assert all(adds_up(lot) for lot in statement.lots)
    on_hand = value(desk.shop.database, f"SELECT SUM(qty) FROM lot_balance WHERE lot_id = {lot_of(desk)}")
    assert on_hand == cloth.closing
    assert broken(desk.shop.database) == []


def test_the_next_account_opens_with_what_was_left(desk: Desk) -> None:
    two_cloths(desk.shop)
    desk.shop.close()
    first = desk.issue()
    desk.next_day()
    desk.shop.sell(("P000001", 1_000), at=LATER)
    desk.shop.receive(desk.shop.cloth, 5_000)
    desk.shop.close(at=LATER)
    second = desk.issue(TOMORROW, at=LATER + DAY)
    opened = {lot.lot_code: (lot.opening, lot.closing, lot.days_here) for lot in second.lots}
    for lot in first.lots:
        assert opened[lot.lot_code][0] == lot.closing
        assert opened[lot.lot_code][2] == lot.days_here + 1
    assert all(adds_up(lot) for lot in second.lots)
    on_hand = value(
        desk.shop.database,
        "SELECT SUM(qty) FROM lot_balance JOIN lot ON lot.id = lot_balance.lot_id WHERE producer_id = :id",
        id=desk.shop.weaver.id,
    )
    assert sum(lot.closing for lot in second.lots) == on_hand


def test_what_to_bring_next_is_what_was_sold_less_what_is_there(desk: Desk) -> None:
    desk.shop.sell(("P000001", 15_000))
    desk.shop.close()
    cloth, silk = desk.issue().advice
    assert (cloth.available, cloth.sold, cloth.on_hand, cloth.sell_through_bp) == (20_000, 15_000, 5_000, 7_500)
    assert cloth.bring == 10_000
    assert (silk.sold, silk.bring, silk.sell_through_bp) == (0, 0, 0)


def test_a_loss_that_the_centre_answers_for_is_credited(desk: Desk) -> None:
    change_agreed_value(desk, 60_000)
    post(desk, NoteKind.LOSS, MoveKind.LOSS, 2_000)
    desk.shop.close()
    statement = desk.issue()
    (loss,) = statement.of(EntryKind.LOSS_COMP)
    assert (loss.amount, loss.qty, loss.unit_price) == (1_200 * BAHT, 2_000, 600 * BAHT)
    assert (loss.name_th, loss.remark, loss.doc_no[:5]) == (desk.shop.cloth.name_th, "ตรวจพบ", "CM-LS")
    assert statement.closing == 1_200 * BAHT
    assert broken(desk.shop.database) == []


def change_agreed_value(desk: Desk, agreed_value: int) -> None:
    """As it would have been agreed when the cloths came in."""
    for table in ("lot", "grn_line"):
        with_guard_off(desk.shop, f"UPDATE {table} SET agreed_value = {agreed_value}")


def test_issued_papers_never_change(desk: Desk) -> None:
    """Whatever is renamed or grows dearer: values and bytes are as they were."""
    new_terms(desk.shop, wht_rule="work_3")
    two_cloths(desk.shop)
    desk.shop.close()
    statement = desk.issue()
    desk.next_day()
    desk.shop.sell(("P000003", 10_000), at=LATER)
    voucher = desk.paid(statement)
    before = papers(desk, statement.doc_no, voucher.doc_no, voucher.certificate_no)
    rename(desk)
    assert papers(desk, statement.doc_no, voucher.doc_no, voucher.certificate_no) == before
    issued = desk.ask(read_statement, statement.doc_no.lower())
    assert issued.value == statement
    assert issued.value.dispute_until == TOMORROW + DISPUTE_DAYS * DAY
    assert desk.ask(read_voucher_paper, voucher.doc_no, at=LATER).value == voucher
    assert value(desk.shop.database, "SELECT sha256 FROM statement") == value(
        desk.shop.database, f"SELECT sha256 FROM paper WHERE doc_no = '{statement.doc_no}'"
    )
    assert broken(desk.shop.database) == []


def papers(desk: Desk, statement: str, voucher: str, certificate: str) -> tuple[bytes, ...]:
    """Every paper as it is drawn from what is kept."""
    account = desk.ask(read_statement, statement)
    paid = desk.ask(read_voucher_paper, voucher, at=LATER)
    tax = desk.ask(read_certificate, certificate)
    return (
        statement_pdf(account.value, account.shop),
        voucher_pdf(paid.value, paid.shop),
        withholding_pdf(tax.value, tax.shop),
    )


def rename(desk: Desk) -> None:
    by = desk.shop.manager
    desk.run(change_producer, replace(desk.shop.weaver, name_th="กลุ่มชื่อใหม่", phone="081-000-0000"), user=by)
    desk.run(change_product, replace(desk.shop.cloth, name_th="ผ้าชื่อใหม่", price=200_000), user=by)
    change(desk.shop.database, "UPDATE shop_user SET name = 'คนใหม่'")


def test_a_changed_paper_is_found(sqlite_desk: Desk) -> None:
    two_cloths(sqlite_desk.shop)
    sqlite_desk.shop.close()
    statement = sqlite_desk.issue()
    with_guard_off(sqlite_desk.shop, "UPDATE paper SET content = REPLACE(content, '150000', '950000')")
    assert any(statement.doc_no in each for each in broken(sqlite_desk.shop.database))
    with pytest.raises(NotFound):
        sqlite_desk.ask(read_statement, "CM-0001-S0099")
