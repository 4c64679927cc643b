"""What was typed, scanned or imported and cannot be taken as it is."""

from dataclasses import dataclass
from datetime import date

from otop_pos.domain.date_format import format_date
from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


@dataclass
class NotANumber(Refusal):
    text: str

    @property
    def sentence(self) -> str:
        return _("“{text}” is not a number. Type digits, for example 1,250.50").format(text=self.text)


@dataclass
class OutOfRange(Refusal):
    """A number that is one, but not for this box."""

    text: str
    least: int
    most: int

    @property
    def sentence(self) -> str:
        return _("“{text}” does not fit. Type a number from {least} to {most}").format(
            text=self.text, least=self.least, most=self.most
        )


@dataclass
class NotADate(Refusal):
    text: str

    @property
    def sentence(self) -> str:
        return _("“{text}” is not a date. Type day/month/year, for example 30/06/2570").format(text=self.text)


@dataclass
class DayIsPast(Refusal):
    """What papers were printed by is not changed afterwards."""

    day: date

    @property
    def sentence(self) -> str:
        return _("{day} is past. Choose today or a later day").format(day=format_date(self.day))


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
class Missing(Refusal):
    """A field a person must fill in."""

    field: str

    @property
    def sentence(self) -> str:
        return _("Please fill in: {field}").format(field=self.field)


def _legible(text: str) -> str:
    """Thai stays Thai; what nobody could see is spelt out."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


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
class UnreadableFile(Refusal):
    """A file chosen for import that is no table of the kind asked for."""

    path: str
    reason: str

    @property
    def sentence(self) -> str:
        return _("{path} cannot be read: {reason}").format(path=self.path, reason=self.reason)


@dataclass
class BadCode(Unwritable):
    """A code that the numbers made with it and head office's files cannot hold."""

    longest: int

    @property
    def sentence(self) -> str:
        return _("“{text}” cannot be a code. Use A–Z, 0–9 and hyphens, {longest} at most").format(
            text=_legible(self.text)[:40], longest=self.longest
        )
