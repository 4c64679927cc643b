"""Barcodes that press a key, so that a scanner alone can do a whole sale."""

from collections.abc import Callable
from dataclasses import dataclass

from otop_pos.domain.key import KEYS
from otop_pos.domain.scan import read_scan
from otop_pos.i18n import _

ENTER, ESCAPE = "enter", "escape"
"""Answers rather than acts: they press what has the focus."""

SCANS = {
    "KEY00001": ENTER,
    "KEY00002": ESCAPE,
    "KEY00011": "pay",
    "KEY00012": "finish",
    "KEY00013": "pay_cash",
    "KEY00014": "pay_promptpay",
    "KEY00015": "pay_card",
    "KEY00016": "pay_transfer",
    "KEY00017": "pay_voucher",
    "KEY00021": "hold",
    "KEY00022": "returns",
    "KEY00023": "damaged",
    "KEY00024": "customer",
    "KEY00025": "reprint",
    "KEY00026": "drawer",
    "KEY00031": "go_sell",
    "KEY00032": "go_receive",
    "KEY00033": "go_stock",
    "KEY00034": "go_day",
    "KEY00035": "lock",
    "KEY00036": "help",
    "KEY00037": "go_producer",
    "KEY00038": "go_settlement",
    "KEY00039": "go_report",
}
"""Printed on cards beside the till: a number keeps its meaning for ever. Six characters or more with four
digits at the end are understood through the Thai layout too."""


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One barcode of the card: what it says and what it does, in the language of the card."""

    code: str
    title: str


def act_of_scan(text: str) -> str | None:
    """The act that a scanned text stands for, None for every other code."""
    scan = read_scan(text)
    return SCANS.get(scan.code) if scan.quantity_text is None else None


def scan_rows() -> tuple[ScanRow, ...]:
    return tuple(ScanRow(code, _title(act)()) for code, act in SCANS.items())


def _title(act: str) -> Callable[[], str]:
    answers: dict[str, Callable[[], str]] = {ENTER: lambda: _("Enter: yes, go on"), ESCAPE: lambda: _("Esc: no, back")}
    return answers[act] if act in answers else KEYS[act].title
