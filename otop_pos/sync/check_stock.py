"""Goods and debts go on from yesterday: stock = opening + movements, and every producer's balance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from otop_pos.i18n import _
from otop_pos.sync.check_table import Rows
from otop_pos.sync.finding import Finding, about_row, key_text
from otop_pos.sync.kind import MONEY, QUANTITY
from otop_pos.sync.ledger_entry import PRODUCER_LEDGER, LedgerEntry
from otop_pos.sync.stock_level import STOCK_LEVELS, StockLevel


def check_levels(rows: Rows) -> Iterator[Finding]:
    """opening + in − out = closing, and in and out are the day's movements."""
    came, went = _moved(rows["stock_movements"])
    levels = {STOCK_LEVELS.key_of(level): level for level in rows["stock_levels"]}
    for key, level in levels.items():
        if level.opening + level.in_ - level.out != level.closing or level.closing < 0:
            yield about_row("stock-sum", STOCK_LEVELS, level, _("closing is not opening + in - out, or below zero"))
        if (level.in_, level.out) != (came[key], went[key]):
            message = _("The movements give {came} in and {went} out").format(
                came=QUANTITY.write(came[key]), went=QUANTITY.write(went[key])
            )
            yield about_row("stock-moves", STOCK_LEVELS, level, message)
    for key in sorted((came.keys() | went.keys()) - levels.keys()):
        yield Finding("stock-moves", STOCK_LEVELS.file, key_text(key), _("The lot moved, but its level is missing"))


def check_openings(levels: Iterable[StockLevel], before: Iterable[StockLevel]) -> Iterator[Finding]:
    """Every shelf opens as it was closed the day before."""
    closings = {STOCK_LEVELS.key_of(level): level.closing for level in before}
    openings = {STOCK_LEVELS.key_of(level): level.opening for level in levels}
    for key in sorted(closings.keys() | openings.keys()):
        closed, opened = closings.get(key, 0), openings.get(key, 0)
        if closed != opened:
            message = _("opened with {opened}, but was closed with {closed}").format(
                opened=QUANTITY.write(opened), closed=QUANTITY.write(closed)
            )
            yield Finding("stock-opening", STOCK_LEVELS.file, key_text(key), message)


def check_ledger(entries: Iterable[LedgerEntry], before: Iterable[LedgerEntry]) -> Iterator[Finding]:
    """Each balance is the one before plus the amount. Producers not seen yesterday start as they say."""
    balances = {entry.producer_id: entry.balance_after for entry in before}
    for entry in entries:
        expected = balances.get(entry.producer_id, entry.balance_after - entry.amount) + entry.amount
        if entry.balance_after != expected:
            message = _("The balance should be {balance}").format(balance=MONEY.write(expected))
            yield about_row("ledger-balance", PRODUCER_LEDGER, entry, message)
        balances[entry.producer_id] = entry.balance_after


def _moved(movements: Iterable[Any]) -> tuple[dict[Any, int], dict[Any, int]]:
    came: dict[Any, int] = defaultdict(int)
    went: dict[Any, int] = defaultdict(int)
    for move in movements:
        key = (move.shop_id, move.lot_code, move.bucket)
        if move.qty > 0:
            came[key] += move.qty
        else:
            went[key] -= move.qty
    return came, went
