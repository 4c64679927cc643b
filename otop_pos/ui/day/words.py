"""What happened at the till, and money beside the sales, in the language of the screen."""

from collections.abc import Callable

from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _

EVENTS: dict[EventKind, Callable[[], str]] = {
    EventKind.SIGN_IN: lambda: _("Signed in"),
    EventKind.SIGN_IN_FAILED: lambda: _("Wrong PIN"),
    EventKind.PRICE: lambda: _("Price changed"),
    EventKind.DISCOUNT: lambda: _("Discount given"),
    EventKind.AGE_CHECK: lambda: _("Age asked"),
    EventKind.HOLD: lambda: _("Bill held"),
    EventKind.RECALL: lambda: _("Held bill taken back"),
    EventKind.CANCEL_BILL: lambda: _("Bill cancelled unpaid"),
    EventKind.REFUND: lambda: _("Goods returned"),
    EventKind.VOID: lambda: _("Receipt voided"),
    EventKind.REPRINT: lambda: _("Receipt copied"),
    EventKind.NO_SALE: lambda: _("Drawer opened, no sale"),
    EventKind.PAID_IN: lambda: _("Money put in"),
    EventKind.PAID_OUT: lambda: _("Money taken out"),
    EventKind.OPEN: lambda: _("Till opened"),
    EventKind.HAND_OVER: lambda: _("Drawer handed over"),
    EventKind.X: lambda: _("X read"),
    EventKind.COUNT: lambda: _("Drawer counted"),
    EventKind.CLOSE: lambda: _("Till closed"),
    EventKind.REPRINT_Z: lambda: _("Z copied"),
    EventKind.TRAINING: lambda: _("Training mode"),
    EventKind.STAFF: lambda: _("People changed"),
    EventKind.RIGHTS: lambda: _("Rights changed"),
    EventKind.SHOP: lambda: _("Shop settings changed"),
    EventKind.PRICE_CHANGE: lambda: _("Price of goods changed"),
    EventKind.STOCK: lambda: _("Stock moved by hand"),
    EventKind.BANK: lambda: _("Bank account changed"),
    EventKind.STATEMENT: lambda: _("Statements issued"),
    EventKind.PAYOUT: lambda: _("Producer paid"),
    EventKind.IMPORT: lambda: _("List brought in"),
    EventKind.APPROVAL: lambda: _("Allowed by a second person"),
}

MOVES: dict[CashKind, Callable[[], str]] = {
    CashKind.PAID_IN: lambda: _("Put in"),
    CashKind.PAID_OUT: lambda: _("Take out"),
    CashKind.DROP: lambda: _("To the safe"),
    CashKind.PAYOUT: lambda: _("Paid to producers"),
}

MOVE_REASONS: dict[CashKind, tuple[Callable[[], str], ...]] = {
    CashKind.PAID_IN: (lambda: _("more change"), lambda: _("returned advance")),
    CashKind.PAID_OUT: (lambda: _("transport"), lambda: _("shop supplies"), lambda: _("drinking water, ice")),
    CashKind.DROP: (lambda: _("large notes to the safe"),),
}
NO_SALE_REASONS: tuple[Callable[[], str], ...] = (
    lambda: _("changing notes for coins"),
    lambda: _("checking the drawer"),
    lambda: _("wrong change put right"),
)
DIFFERENCE_REASONS: tuple[Callable[[], str], ...] = (
    lambda: _("wrong change given"),
    lambda: _("a paid-out was not entered"),
    lambda: _("counted twice, cause not found"),
)


def event_name(kind: EventKind) -> str:
    name = EVENTS.get(kind)
    return name() if name else kind.value
