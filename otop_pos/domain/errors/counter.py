"""What cannot be sold, paid, returned or received so."""

from dataclasses import dataclass
from datetime import date

from otop_pos.domain.baht_format import format_baht
from otop_pos.domain.date_format import format_date
from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


@dataclass
class EmptyBasket(Refusal):
    @property
    def sentence(self) -> str:
        return _("There is nothing on the bill yet. Scan a product first")


@dataclass
class NotPaid(Refusal):
    missing: int

    @property
    def sentence(self) -> str:
        return _("{amount} baht are still to be paid").format(amount=format_baht(self.missing))


@dataclass
class TenderTooLarge(Refusal):
    """Only cash gives change; any other tender may not exceed what is due."""

    method: str

    @property
    def sentence(self) -> str:
        return _("Only cash gives change. Type the exact amount for {method}").format(method=self.method)


@dataclass
class TwoSellers(Refusal):
    """Revenue Code s.86/6: an agent's goods and the shop's own are never on one tax paper."""

    product: str

    @property
    def sentence(self) -> str:
        return _("{product} is sold in its maker's own name and needs a bill of its own").format(product=self.product)


@dataclass
class DiscountTooLarge(Refusal):
    @property
    def sentence(self) -> str:
        return _("The discount is larger than the price")


@dataclass
class NothingLeftToReturn(Refusal):
    product: str
    left: str

    @property
    def sentence(self) -> str:
        return _("{product}: {left} left to return on this receipt").format(product=self.product, left=self.left)


@dataclass
class ReceiptChanged(Refusal):
    """The same key was sent with other content: a bug or a forged request, never a second sale."""

    doc_no: str

    @property
    def sentence(self) -> str:
        return _("This bill was already saved as {doc_no} with other content").format(doc_no=self.doc_no)


@dataclass
class DeliveryLineEmpty(Refusal):
    """A line without a quantity or a price."""

    line_no: int

    @property
    def sentence(self) -> str:
        return _("Line {line_no}: type a quantity and a price greater than zero").format(line_no=self.line_no)


@dataclass
class DeliveryUntidy(Refusal):
    """Declared = accepted + rejected, and what is rejected has a reason."""

    line_no: int

    @property
    def sentence(self) -> str:
        return _("Line {line_no}: delivered must equal accepted plus rejected, and a rejection needs a reason").format(
            line_no=self.line_no
        )


@dataclass
class AcceptedTooMany(Refusal):
    """More taken in than the maker brought."""

    declared: str

    @property
    def sentence(self) -> str:
        return _("Only {declared} were delivered. Type that many or fewer").format(declared=self.declared)


@dataclass
class AlreadyExpired(Refusal):
    """Goods past their day are not taken in."""

    expires_on: date

    @property
    def sentence(self) -> str:
        return _("{day} is past. Give these goods back, or type the day printed on them").format(
            day=format_date(self.expires_on)
        )


@dataclass
class BillTaken(Refusal):
    """Another till recalled the held bill first."""

    name: str

    @property
    def sentence(self) -> str:
        return _("“{name}” was taken up at another till. Choose another bill").format(name=self.name)


@dataclass
class BillChanged(Refusal):
    """Goods of a held bill are no longer there to be sold."""

    product: str

    @property
    def sentence(self) -> str:
        return _("{product} is no longer sold and was left out. Look at the bill with the customer").format(
            product=self.product
        )


@dataclass
class ReferenceUsed(Refusal):
    """A bank slip or voucher pays once."""

    reference: str
    doc_no: str

    @property
    def sentence(self) -> str:
        return _("{reference} has already paid {doc_no}. Ask the customer for this payment's own slip").format(
            reference=self.reference, doc_no=self.doc_no
        )


@dataclass
class NotSoldNow(Refusal):
    """Alcohol outside its hours or on a banned day. `until` is the next moment, as text, or ""."""

    product: str
    reason: str
    until: str = ""

    @property
    def sentence(self) -> str:
        said = _("{product} may not be sold now: {reason}").format(product=self.product, reason=self.reason)
        return f"{said}. " + _("Again from {until}").format(until=self.until) if self.until else said


@dataclass
class AgeNotChecked(Refusal):
    product: str

    @property
    def sentence(self) -> str:
        return _("{product}: look whether the customer is 20 or older, then confirm it").format(product=self.product)


@dataclass
class CannotVoid(Refusal):
    doc_no: str
    reason: str

    @property
    def sentence(self) -> str:
        return _("{doc_no} cannot be voided: {reason}. Take the goods back as a return").format(
            doc_no=self.doc_no, reason=self.reason
        )


@dataclass
class ReturnOnBill(Refusal):
    """A bill with goods that come back is neither held nor cancelled."""

    @property
    def sentence(self) -> str:
        return _("Goods that come back are on this bill. Finish the exchange, or take them off it first")


@dataclass
class NothingExchanged(Refusal):
    @property
    def sentence(self) -> str:
        return _("An exchange needs goods that come back and goods that go out")
