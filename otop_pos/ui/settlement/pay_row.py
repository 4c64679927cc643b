"""A payment on its way: a statement that waits for its voucher, or the voucher itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from otop_pos.domain.producer import Producer
from otop_pos.domain.voucher import Voucher, VoucherState
from otop_pos.i18n import _
from otop_pos.ui.settlement.words import STATE_TONES, STATES
from otop_pos.ui.style import Tone

PayState = Literal["prepare", "prepared", "cash", "bank", "sent", "paid", "ended"]
ORDER: tuple[PayState, ...] = ("prepare", "prepared", "cash", "bank", "sent", "ended", "paid")


@dataclass(frozen=True, slots=True)
class PayRow:
    """`gross` in satang: what the voucher is over, or what the statement would come to."""

    producer: Producer
    statement_no: str
    gross: int
    voucher: Voucher | None = None

    @property
    def net(self) -> int:
        return self.voucher.net if self.voucher else self.gross

    @property
    def wht(self) -> int:
        return self.voucher.wht if self.voucher else 0

    @property
    def state(self) -> PayState:
        voucher = self.voucher
        if voucher is None:
            return "prepare"
        if voucher.state is VoucherState.PREPARED:
            return "prepared"
        if voucher.state is VoucherState.APPROVED:
            return "sent" if voucher.batch_no else "bank" if voucher.method == "bank" else "cash"
        return "paid" if voucher.state is VoucherState.PAID else "ended"

    @property
    def state_text(self) -> str:
        if self.voucher is None:
            return _("to prepare")
        return _("at the bank") if self.state == "sent" else STATES[self.voucher.state]()

    @property
    def tone(self) -> Tone:
        return STATE_TONES[self.voucher.state] if self.voucher else "warn"

    @property
    def words(self) -> str:
        """What it is found by."""
        producer, voucher = self.producer, self.voucher
        numbers = f"{voucher.doc_no} {voucher.batch_no} {voucher.reference}" if voucher else ""
        return f"{producer.code} {producer.name_th} {producer.name_en} {self.statement_no} {numbers}"


def in_order(rows: Iterable[PayRow]) -> tuple[PayRow, ...]:
    """What waits first."""
    return tuple(sorted(rows, key=lambda row: (ORDER.index(row.state), row.producer.code, row.statement_no)))
