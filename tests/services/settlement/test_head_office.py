"""What head office reads of settling with the producers, and what the till day shows of it."""

import csv
from pathlib import Path

from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import BAHT
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.till_report import CashTotal
from otop_pos.services.nightly import send_day
from otop_pos.services.report import summarise_day
from otop_pos.services.settlement.paying import reverse_voucher
from otop_pos.services.till_event import list_events
from otop_pos.services.till_report import read_z
from otop_pos.sync.check import check_package
from tests.books import broken
from tests.services.settlement.desk import LATER, TODAY, TOMORROW, Desk, new_producer, new_terms, two_cloths


def rows_of(folder: Path, file: str) -> list[dict[str, str]]:
    with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def paid_in_cash(desk: Desk) -> None:
    """1,500.00 paid from the drawer the morning after, 45.00 of it withheld."""
    new_terms(desk.shop, wht_rule="work_3")
    two_cloths(desk.shop)
    desk.shop.close()
    desk.next_day()
    desk.shop.sell(("P000003", 10_000), at=LATER)
    voucher = desk.paid(desk.issue())
    assert (voucher.gross, voucher.wht, voucher.net) == (1_500 * BAHT, 45 * BAHT, 1_455 * BAHT)


def test_payments_and_tax_are_in_the_files_with_their_voucher(desk: Desk, tmp_path: Path) -> None:
    paid_in_cash(desk)
    desk.adjust(-20 * BAHT, kind=EntryKind.FEE)
    desk.shop.close(at=LATER)
    first = send_day(desk.shop.database, tmp_path).folder
    second = send_day(desk.shop.database, tmp_path).folder
    assert check_package(second, first) == ()
    entries = [row for row in rows_of(second, "producer_ledger") if row["producer_id"] == "CM-0001"]
    assert [(row["kind"], row["amount"], row["balance_after"]) for row in entries] == [
        ("payout", "-1455.00", "45.00"),
        ("wht", "-45.00", "0.00"),
        ("fee", "-20.00", "-20.00"),
    ]
    assert [row["source"] for row in entries[:2]] == ["CM-PV690000001"] * 2
    (moved,) = [row for row in rows_of(second, "cash_movements") if row["kind"] == "payout"]
    assert (moved["amount"], moved["reason_code"].partition(" ")[0]) == ("-1455.00", "CM-PV690000001")
    assert broken(desk.shop.database) == []


def test_a_producer_with_nothing_left_in_the_shop_is_named(desk: Desk, tmp_path: Path) -> None:
    """It never had goods here on that day, only an entry of its ledger."""
    gone = new_producer(desk.shop, "CM-0009")
    desk.shop.close()
    first = send_day(desk.shop.database, tmp_path).folder
    assert "CM-0009" not in {row["producer_id"] for row in rows_of(first, "producers")}
    desk.next_day()
    desk.adjust(50 * BAHT, gone)
    desk.shop.close(at=LATER)
    second = send_day(desk.shop.database, tmp_path).folder
    assert check_package(second, first) == ()
    assert "CM-0009" in {row["producer_id"] for row in rows_of(second, "producers")}


def test_money_for_producers_is_money_out_of_the_drawer(desk: Desk) -> None:
    paid_in_cash(desk)
    desk.run(reverse_voucher, "CM-PV690000001", "จ่ายผิดคน", user=desk.shop.manager)
    assert desk.owed() == 1_500 * BAHT
    desk.shop.close(at=LATER)
    report = desk.ask(read_z, "CM01", 2)
    assert report.movements == (
        CashTotal(CashKind.PAID_IN, 1, 1_455 * BAHT),
        CashTotal(CashKind.PAYOUT, 1, -1_455 * BAHT),
    )
    assert all(proof.holds for proof in report.proofs)
    summary = desk.ask(summarise_day, TOMORROW)
    assert (summary.payouts, summary.paid_out, summary.paid_in) == (-1_455 * BAHT, -1_455 * BAHT, 1_455 * BAHT)
    assert all(proof.holds for proof in summary.proofs)
    assert desk.ask(summarise_day, TODAY).payouts == 0
    told = [event.amount for event in desk.ask(list_events, TOMORROW) if event.kind is EventKind.PAYOUT]
    assert [amount for amount in told if amount] == [1_455 * BAHT, -1_455 * BAHT]
    assert broken(desk.shop.database) == []
