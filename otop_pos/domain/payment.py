"""Ways to pay, and how tenders settle a bill."""

from collections.abc import Sequence
from dataclasses import dataclass

from otop_pos.domain.errors import Missing, NotFound, NotPaid, TenderTooLarge
from otop_pos.domain.money import CashRounding, round_cash
from otop_pos.i18n import _, current_language


@dataclass(frozen=True, slots=True)
class PaymentMethod:
    """Facts that every button, receipt line, drawer kick, till report and CSV file reads."""

    code: str
    name_th: str
    name_en: str
    icon: str
    gives_change: bool = False
    opens_drawer: bool = False
    needs_reference: bool = False
    is_once: bool = False
    """A reference pays one bill only: a slip or voucher that comes again is refused."""
    is_internal: bool = False
    """Booked by the program between two documents; nobody chooses it."""

    @property
    def name(self) -> str:
        """In the language of the screen."""
        return self.name_en if current_language() == "en" else self.name_th


CASH = "cash"
EXCHANGE = "exchange"
PAYMENT_METHODS = {
    method.code: method
    for method in (
        PaymentMethod(CASH, "เงินสด", "Cash", "ph.money", gives_change=True, opens_drawer=True),
        PaymentMethod("promptpay", "พร้อมเพย์", "PromptPay", "ph.qr-code", needs_reference=True, is_once=True),
        PaymentMethod("card", "บัตร", "Card", "ph.credit-card", needs_reference=True),
        PaymentMethod("transfer", "โอนเงิน", "Transfer", "ph.bank", needs_reference=True, is_once=True),
        PaymentMethod("voucher", "บัตรกำนัล", "Voucher", "ph.ticket", needs_reference=True, is_once=True),
        PaymentMethod(EXCHANGE, "แลกสินค้า", "Exchange", "ph.arrows-left-right", is_internal=True),
    )
}


OFFERED = tuple(method for method in PAYMENT_METHODS.values() if not method.is_internal)
"""What a customer can pay with, in the order of the buttons."""


def same_reference(reference: str) -> str:
    """However a slip's number was typed or scanned, it is the same slip."""
    return "".join(reference.split()).replace("-", "").upper()


def check_offered(*codes: str) -> None:
    """What a person chose to pay or be paid with. Refuses NotFound: an unknown way, or one that only the
    program books."""
    known = {method.code for method in OFFERED}
    for code in codes:
        if code not in known:
            raise NotFound(_("Way to pay"), code)


@dataclass(frozen=True, slots=True)
class Given:
    """What the customer hands over: satang, and the slip's or terminal's reference where there is one."""

    method: str
    amount: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """What was booked. `amount` settles the bill, `tendered` was handed over, the rest is change."""

    method: str
    amount: int
    tendered: int
    reference: str = ""

    @property
    def change(self) -> int:
        return self.tendered - self.amount


@dataclass(frozen=True, slots=True)
class Settlement:
    """Σ payment.amount = net + rounding."""

    payments: tuple[Payment, ...]
    rounding: int

    @property
    def change(self) -> int:
        return sum(payment.change for payment in self.payments)


def cash_due(net: int, given: Sequence[Given], rule: CashRounding) -> int:
    """What is left to pay in cash beside the other tenders, rounded to coins."""
    return round_cash(net - _without_change(given), rule)


def settle(net: int, given: Sequence[Given], rule: CashRounding) -> Settlement:
    """Book tenders against a bill. Refuses NotPaid, TenderTooLarge, Missing (a reference)."""
    for each in given:
        if PAYMENT_METHODS[each.method].needs_reference and not each.reference.strip():
            raise Missing(_("reference of the payment ({method})").format(method=PAYMENT_METHODS[each.method].name))
    exact = [each for each in given if not PAYMENT_METHODS[each.method].gives_change]
    cash = [each for each in given if PAYMENT_METHODS[each.method].gives_change]
    left = net - sum(each.amount for each in exact)
    if left < 0:
        raise TenderTooLarge(PAYMENT_METHODS[exact[-1].method].name)
    due = round_cash(left, rule) if cash else left
    payments = [Payment(each.method, each.amount, each.amount, each.reference) for each in exact]
    open_due = due
    for each in cash:
        used = min(each.amount, open_due)
        payments.append(Payment(each.method, used, each.amount, each.reference))
        open_due -= used
    if open_due > 0:
        raise NotPaid(open_due)
    return Settlement(tuple(payments), due - left)


def _without_change(given: Sequence[Given]) -> int:
    return sum(each.amount for each in given if not PAYMENT_METHODS[each.method].gives_change)
