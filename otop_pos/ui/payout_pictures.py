"""What the end of a month looks like: statements, vouchers, approval, payment, what the bank says, papers."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from otop_pos.services.demo.people import DEMO_PASSWORD
from otop_pos.ui.settlement import SettlementScreen
from otop_pos.ui.studio import Studio


def draw_payouts(studio: Studio) -> Iterator[Path]:
    """payouts-empty … payouts-papers; prepared by the clerk, approved by the manager, paid through the bank."""
    screen = studio.front.settlement.built
    studio.front.window.go_to(screen)
    yield studio.take("payouts-empty")
    studio.desk.take_user(studio.clerk)
    screen.cutoff.click()
    yield studio.take("payouts-cutoff")
    screen.choosing.edit.show_value(studio.desk.business_date)
    screen.choosing.ok.click()
    yield studio.take("payouts-problems")
    screen.cutoff.click()
    screen.choosing.edit.show_value(studio.desk.business_date - timedelta(days=1))
    screen.choosing.ok.click()
    yield studio.take("payouts-drafts")
    yield from _draw_drafts(studio, screen)
    screen.drafts.next.click()
    yield studio.take("payouts-issued")
    screen.go("vouchers")
    screen.vouchers.next.click()
    yield studio.take("payouts-vouchers")
    screen.vouchers.next.click()
    if studio.front.approver.is_open:
        yield studio.take("payouts-approval")
        studio.front.approver.entry.box.setText(DEMO_PASSWORD)
        studio.front.approver.entry.ok.click()
    studio.desk.take_user(studio.manager)
    screen.vouchers.table.select(0)
    screen.vouchers.look.click()
    yield studio.take("payouts-voucher")
    screen.voucher.give_up()
    yield from _draw_paying(studio, screen)
    screen.go("papers")
    yield studio.take("payouts-papers")
    screen.papers.look.click()
    yield studio.take("payouts-paper")
    _close(screen)


def _draw_drafts(studio: Studio, screen: SettlementScreen) -> Iterator[Path]:
    rows = screen.drafts.rows
    largest = max(range(len(rows)), key=lambda number: rows[number].closing)
    screen.drafts.table.select(largest)
    screen.drafts.look.click()
    yield studio.take("payouts-draft")
    screen.looking.overlay.give_up()
    screen.drafts.hold.click()
    yield studio.take("payouts-park")
    screen.reason.give_up()
    screen.drafts.adjust.click()
    yield studio.take("payouts-adjust")
    screen.looking.adjusting.give_up()
    screen.drafts.holds.click()
    yield studio.take("payouts-parked")
    screen.looking.holds.give_up()


def _draw_paying(studio: Studio, screen: SettlementScreen) -> Iterator[Path]:
    screen.go("pay")
    yield studio.take("payouts-pay")
    cash = next((n for n, row in enumerate(screen.pay.rows) if row.state == "cash"), None)
    if cash is not None:
        screen.pay.table.select(cash)
        screen.pay.pay_one.click()
        yield studio.take("payouts-cash")
        screen.paying.cash.give_up()
    screen.pay.file.click()
    yield studio.take("payouts-bank-file")
    screen.pay.result.click()
    result = screen.paying.result
    result.reference.setText("BULK20261122")
    result.table.select(1)
    result.reason.edit.setText(studio.said("บัญชีปิดแล้ว", "account closed"))
    result.failed.click()
    yield studio.take("payouts-bank-result")
    result.ok.click()
    yield studio.take("payouts-paid")


def _close(screen: SettlementScreen) -> None:
    for overlay in (screen.looking.overlay, screen.voucher):
        if overlay.is_open:
            overlay.give_up()
