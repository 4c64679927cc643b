"""Refusals: what the program will not do, with the data to say so clearly in the user's language.

A Refusal is an answer, not a bug: nothing was changed, the sentence says what to do. Anything else
that is raised is a bug and goes to the log.
"""

from dataclasses import dataclass, fields
from datetime import date

from otop_pos.domain.baht_format import format_baht
from otop_pos.i18n import _


class Refusal(Exception):
    """Base. Subclasses are dataclasses; `sentence` is shown as it is in the message bar."""

    @property
    def sentence(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return self.sentence

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), tuple(getattr(self, each.name) for each in fields(self))  # type: ignore[arg-type]


@dataclass
class NotANumber(Refusal):
    text: str

    @property
    def sentence(self) -> str:
        return _("“{text}” is not a number. Type digits, for example 1,250.50").format(text=self.text)


@dataclass
class NotADate(Refusal):
    text: str

    @property
    def sentence(self) -> str:
        return _("“{text}” is not a date. Type day/month/year, for example 30/06/2570").format(text=self.text)


@dataclass
class BadQuantity(Refusal):
    text: str
    unit: str

    @property
    def sentence(self) -> str:
        return _("{text} {unit} cannot be sold or received. Type a quantity greater than zero").format(
            text=self.text, unit=self.unit
        )


@dataclass
class WholePiecesOnly(Refusal):
    text: str
    unit: str

    @property
    def sentence(self) -> str:
        return _("{text} is not possible: this is counted in whole {unit}").format(text=self.text, unit=self.unit)


@dataclass
class UnknownCode(Refusal):
    code: str

    @property
    def sentence(self) -> str:
        return _("Nothing here has the code {code}. Search by name with F2").format(code=self.code)


@dataclass
class Missing(Refusal):
    """A field a person must fill in."""

    field: str

    @property
    def sentence(self) -> str:
        return _("Please fill in: {field}").format(field=self.field)


@dataclass
class NotFound(Refusal):
    what: str
    key: str

    @property
    def sentence(self) -> str:
        return _("{what} {key} was not found").format(what=self.what, key=self.key)


@dataclass
class AlreadyExists(Refusal):
    what: str
    key: str

    @property
    def sentence(self) -> str:
        return _("{what} {key} is there already. Choose another").format(what=self.what, key=self.key)


@dataclass
class Unwritable(Refusal):
    """A text that must not enter the books: control characters or a leading = + - @."""

    text: str

    @property
    def sentence(self) -> str:
        return _("“{text}” has characters that cannot be stored. Start with a letter or digit").format(
            text=_legible(self.text)[:40]
        )


@dataclass
class TextTooLong(Unwritable):
    @property
    def sentence(self) -> str:
        return _("“{text}…” is too long. Shorten it to 300 characters").format(text=_legible(self.text)[:40])


@dataclass
class TillNotOpen(Refusal):
    till: str

    @property
    def sentence(self) -> str:
        return _("Till {till} is not open. Open it with the counted float first").format(till=self.till)


@dataclass
class TillAlreadyOpen(Refusal):
    till: str
    business_date: date

    @property
    def sentence(self) -> str:
        return _("Till {till} is already open. Go on selling, or close it first").format(till=self.till)


@dataclass
class DayStillOpen(Refusal):
    tills: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return _("The day cannot be sent yet. Close first: {tills}").format(tills=", ".join(self.tills))


@dataclass
class NothingToSend(Refusal):
    @property
    def sentence(self) -> str:
        return _("Every closed day has been sent already")


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
class NoAgreement(Refusal):
    producer: str

    @property
    def sentence(self) -> str:
        return _("{producer} has no agreement for today. Sign one before receiving goods").format(
            producer=self.producer
        )


@dataclass
class AgreementOverlaps(Refusal):
    producer: str

    @property
    def sentence(self) -> str:
        return _("{producer} already has an agreement for these days. End it first").format(producer=self.producer)


@dataclass
class AgreementUsed(Refusal):
    """Terms that goods were received under are never changed: a new version is signed instead."""

    producer: str

    @property
    def sentence(self) -> str:
        return _("Goods of {producer} were received under this agreement. Sign a new version instead").format(
            producer=self.producer
        )


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
class ReceiptChanged(Refusal):
    """The same key was sent with other content: a bug or a forged request, never a second sale."""

    doc_no: str

    @property
    def sentence(self) -> str:
        return _("This bill was already saved as {doc_no} with other content").format(doc_no=self.doc_no)


@dataclass
class NotOurFile(Refusal):
    path: str

    @property
    def sentence(self) -> str:
        return _("{path} is not a database of OTOP POS. Choose another file").format(path=self.path)


@dataclass
class NewerDatabase(Refusal):
    path: str

    @property
    def sentence(self) -> str:
        return _("{path} was written by a newer OTOP POS. Update this till first").format(path=self.path)


@dataclass
class StoreUnreachable(Refusal):
    """The database cannot be read or written now: server away, disk full, folder read-only."""

    reason: str

    @property
    def sentence(self) -> str:
        return _("The database cannot be used now ({reason}). Nothing was changed; try again").format(
            reason=self.reason
        )


@dataclass
class FolderUnwritable(Refusal):
    path: str
    reason: str

    @property
    def sentence(self) -> str:
        return _("Cannot write to {path} ({reason}). Choose another folder or free some space").format(
            path=self.path, reason=self.reason
        )


@dataclass
class CannotSend(Refusal):
    """A value that head office's files cannot hold: nothing is sent rather than something false."""

    file: str
    row: int
    column: str
    reason: str

    @property
    def sentence(self) -> str:
        return _("{file}, row {row}, {column}: {reason}. Nothing was sent; mend the entry and send again").format(
            file=self.file, row=self.row, column=self.column, reason=self.reason
        )


@dataclass
class BatchChanged(Refusal):
    """A published batch is never written over with other content."""

    folder: str

    @property
    def sentence(self) -> str:
        return _("{folder} was already sent with other content and stays as it is. Tell head office").format(
            folder=self.folder
        )


@dataclass
class UnreadableCode(Refusal):
    """A code whose parts or check sum are wrong."""

    text: str

    @property
    def sentence(self) -> str:
        return _("This code was not read right. Scan it again")


@dataclass
class NotABankSlip(Refusal):
    @property
    def sentence(self) -> str:
        return _("This is not the small QR code of a bank slip. Scan that one, or type the reference")


@dataclass
class BadPromptPayId(Refusal):
    text: str

    @property
    def sentence(self) -> str:
        return _("“{text}” is not a PromptPay number: 10 digits of a mobile, 13 of a tax ID or 15 of a wallet").format(
            text=self.text
        )


@dataclass
class BadPaymentReference(Refusal):
    text: str

    @property
    def sentence(self) -> str:
        return _("“{text}” cannot be a payment reference. Use 1 to 20 letters A–Z and digits").format(text=self.text)


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
        from otop_pos.domain.thai_date import format_date

        return _("{day} is past. Give these goods back, or type the day printed on them").format(
            day=format_date(self.expires_on)
        )


def _legible(text: str) -> str:
    """Thai stays Thai; what nobody could see is spelt out."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


@dataclass
class PrinterSilent(Refusal):
    """The paper is kept as a file, so nothing is lost when the printer is off."""

    printer: str
    path: str

    @property
    def sentence(self) -> str:
        return _("Printer {printer} does not answer. The paper is kept at {path}; print it again later").format(
            printer=self.printer, path=self.path
        )


@dataclass
class UnreadableFile(Refusal):
    """A file chosen for import that is no table of the kind asked for."""

    path: str
    reason: str

    @property
    def sentence(self) -> str:
        return _("{path} cannot be read: {reason}").format(path=self.path, reason=self.reason)


@dataclass
class NoShopYet(Refusal):
    @property
    def sentence(self) -> str:
        return _("There is no shop in this database yet. Open the program once and set it up")
