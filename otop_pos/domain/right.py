"""What a person at the till may do: every right, and how each role stands to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from otop_pos.i18n import _


class Role(StrEnum):
    CASHIER = "cashier"
    CLERK = "clerk"
    MANAGER = "manager"


class Grant(StrEnum):
    """APPROVAL: a second person who is allowed says yes with a PIN, on the spot."""

    ALLOWED = "allowed"
    APPROVAL = "approval"
    DENIED = "denied"


class Right(StrEnum):
    SELL = "sell"
    OVERRIDE_PRICE = "override_price"
    DISCOUNT = "discount"
    CANCEL_BILL = "cancel_bill"
    REFUND = "refund"
    REFUND_WITHOUT_RECEIPT = "refund_no_receipt"
    VOID = "void"
    REPRINT = "reprint"
    OPEN_DRAWER = "open_drawer"
    PAY_IN = "pay_in"
    PAY_OUT = "pay_out"
    OPEN_TILL = "open_till"
    HAND_OVER = "hand_over"
    READ_X = "read_x"
    CLOSE_TILL = "close_till"
    CLOSE_OFF = "close_off"
    RECEIVE = "receive"
    KEEP_PRODUCER = "keep_producer"
    SIGN_AGREEMENT = "sign_agreement"
    KEEP_PRODUCT = "keep_product"
    REVERSE_DELIVERY = "reverse_delivery"
    MOVE_STOCK = "move_stock"
    RETURN_GOODS = "return_goods"
    WRITE_OFF = "write_off"
    COUNT_STOCK = "count_stock"
    RESOLVE_SALE = "resolve_sale"
    CHANGE_PRICE = "change_price"
    IMPORT = "import"
    ENTER_BANK = "enter_bank"
    APPROVE_BANK = "approve_bank"
    ADJUST_LEDGER = "adjust_ledger"
    HOLD_LEDGER = "hold_ledger"
    ISSUE_STATEMENT = "issue_statement"
    REVERSE_STATEMENT = "reverse_statement"
    PREPARE_VOUCHER = "prepare_voucher"
    APPROVE_VOUCHER = "approve_voucher"
    PAY_VOUCHER = "pay_voucher"
    TRAIN = "train"
    KEEP_STAFF = "keep_staff"
    KEEP_SHOP = "keep_shop"


@dataclass(frozen=True, slots=True)
class RightFacts:
    """`cashier` and `clerk` are the grants of a new shop. `cap`: above it ALLOWED becomes APPROVAL, for
    everyone but managers; of a discount in basis points, of money in satang. Managers start with
    everything: somebody must be able to put the rest right."""

    title: Callable[[], str]
    cashier: Grant
    clerk: Grant = Grant.DENIED
    cap: int | None = None


_YES, _ASK, _NO = Grant.ALLOWED, Grant.APPROVAL, Grant.DENIED

RIGHTS: dict[Right, RightFacts] = {
    Right.SELL: RightFacts(lambda: _("Sell"), _YES),
    Right.OVERRIDE_PRICE: RightFacts(lambda: _("Change a price on the bill"), _ASK),
    Right.DISCOUNT: RightFacts(lambda: _("Give a discount"), _YES, cap=1000),
    Right.CANCEL_BILL: RightFacts(lambda: _("Cancel an open bill"), _YES),
    Right.REFUND: RightFacts(lambda: _("Take goods back against their receipt"), _YES, cap=200_000),
    Right.REFUND_WITHOUT_RECEIPT: RightFacts(lambda: _("Take goods back without a receipt"), _ASK),
    Right.VOID: RightFacts(lambda: _("Void a receipt of today"), _ASK),
    Right.REPRINT: RightFacts(lambda: _("Print a copy of a receipt"), _YES),
    Right.OPEN_DRAWER: RightFacts(lambda: _("Open the drawer without a sale"), _YES),
    Right.PAY_IN: RightFacts(lambda: _("Put money into the drawer"), _YES),
    Right.PAY_OUT: RightFacts(lambda: _("Take money out of the drawer"), _ASK),
    Right.OPEN_TILL: RightFacts(lambda: _("Open the till"), _YES),
    Right.HAND_OVER: RightFacts(lambda: _("Hand the drawer over"), _YES),
    Right.READ_X: RightFacts(lambda: _("Read the figures of the open till (X)"), _ASK),
    Right.CLOSE_TILL: RightFacts(lambda: _("Close the till"), _YES),
    Right.CLOSE_OFF: RightFacts(lambda: _("Close a drawer that differs too much"), _ASK),
    Right.RECEIVE: RightFacts(lambda: _("Receive goods"), _NO, _YES),
    Right.KEEP_PRODUCER: RightFacts(lambda: _("Register and change producers"), _NO, _YES),
    Right.SIGN_AGREEMENT: RightFacts(lambda: _("Sign agreements"), _NO, _YES),
    Right.KEEP_PRODUCT: RightFacts(lambda: _("Register and change products"), _NO, _YES),
    Right.REVERSE_DELIVERY: RightFacts(lambda: _("Put a delivery note right"), _NO, _YES),
    Right.MOVE_STOCK: RightFacts(lambda: _("Put goods aside and back on the shelf"), _YES, _YES),
    Right.RETURN_GOODS: RightFacts(lambda: _("Give goods back to their producer"), _NO, _YES),
    Right.WRITE_OFF: RightFacts(lambda: _("Write off lost, damaged or expired goods, donate goods"), _NO, _ASK),
    Right.COUNT_STOCK: RightFacts(lambda: _("Count the shelf"), _YES, _YES),
    Right.RESOLVE_SALE: RightFacts(lambda: _("Find the lot of goods sold without one"), _NO, _YES),
    Right.CHANGE_PRICE: RightFacts(lambda: _("Change the price of a lot or a product"), _NO, _YES),
    Right.IMPORT: RightFacts(lambda: _("Bring in lists of products and producers"), _NO, _YES),
    Right.ENTER_BANK: RightFacts(lambda: _("Enter a producer's bank account"), _NO, _YES),
    Right.APPROVE_BANK: RightFacts(lambda: _("Approve a producer's bank account"), _NO, _ASK),
    Right.ADJUST_LEDGER: RightFacts(lambda: _("Charge or credit a producer by hand"), _NO, _ASK),
    Right.HOLD_LEDGER: RightFacts(lambda: _("Park disputed sales and payments"), _NO, _YES),
    Right.ISSUE_STATEMENT: RightFacts(lambda: _("Issue statements"), _NO, _YES),
    Right.REVERSE_STATEMENT: RightFacts(lambda: _("Take a statement back"), _NO, _ASK),
    Right.PREPARE_VOUCHER: RightFacts(lambda: _("Prepare payment vouchers"), _NO, _YES),
    Right.APPROVE_VOUCHER: RightFacts(lambda: _("Approve payment vouchers"), _NO, _ASK),
    Right.PAY_VOUCHER: RightFacts(lambda: _("Pay approved vouchers"), _ASK, _YES),
    Right.TRAIN: RightFacts(lambda: _("Practise in training mode"), _YES, _YES),
    Right.KEEP_STAFF: RightFacts(lambda: _("Register people and their rights"), _NO),
    Right.KEEP_SHOP: RightFacts(lambda: _("Change the settings of the shop"), _NO),
}


@dataclass(frozen=True, slots=True)
class Matrix:
    """The shop's own changes to the grants and caps of RIGHTS; empty in a new shop."""

    grants: Mapping[tuple[Role, Right], Grant] = field(default_factory=dict)
    caps: Mapping[Right, int] = field(default_factory=dict)

    def grant(self, role: Role, right: Right) -> Grant:
        changed = self.grants.get((role, right))
        return changed if changed is not None else _usual(role, right)

    def cap(self, right: Right) -> int | None:
        return self.caps.get(right, RIGHTS[right].cap)

    def grant_for(self, role: Role, right: Right, size: int) -> Grant:
        """The grant for an act of this size (basis points or satang, as the right's cap)."""
        grant, cap = self.grant(role, right), self.cap(right)
        is_capped = cap is not None and size > cap and role is not Role.MANAGER
        return Grant.APPROVAL if is_capped and grant is Grant.ALLOWED else grant

    def may_ever(self, role: Role, right: Right) -> bool:
        return self.grant(role, right) is not Grant.DENIED


def _usual(role: Role, right: Right) -> Grant:
    facts = RIGHTS[right]
    return {Role.CASHIER: facts.cashier, Role.CLERK: facts.clerk, Role.MANAGER: Grant.ALLOWED}[role]
