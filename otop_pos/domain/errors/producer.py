"""Producers: what cannot be kept of them, their money and their pictures."""

from dataclasses import dataclass

from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


@dataclass
class SharesDiffer(Refusal):
    """`percent` is what the shares come to, as a person writes it."""

    percent: str

    @property
    def sentence(self) -> str:
        return _("The shares come to {percent} %. Together they must be 100 %").format(percent=self.percent)


@dataclass
class SamePerson(Refusal):
    """Whoever wrote it down cannot also be the one who looks it over."""

    name: str

    @property
    def sentence(self) -> str:
        return _("{name} did the step before this one. Somebody else has to approve it").format(name=self.name)


@dataclass
class BadAccount(Refusal):
    """`digits`: how many an account of that bank has, as '10' or '12 / 15'."""

    account: str
    bank: str
    digits: str

    @property
    def sentence(self) -> str:
        return _("An account at {bank} has {digits} digits. {account} has another count").format(
            bank=self.bank, digits=self.digits, account=self.account
        )


@dataclass
class BankEnded(Refusal):
    """Meanwhile another account was approved, or this one was ended."""

    @property
    def sentence(self) -> str:
        return _("This account is not in use any more. Enter it anew")


@dataclass
class UnitInUse(Refusal):
    product: str

    @property
    def sentence(self) -> str:
        return _("{product} was already taken in by this unit. Register a new product for another unit").format(
            product=self.product
        )


@dataclass
class NotAPicture(Refusal):
    @property
    def sentence(self) -> str:
        return _("This cannot be read as a picture. Choose a photo (JPEG or PNG)")


@dataclass
class PictureTooLarge(Refusal):
    kilobytes: int

    @property
    def sentence(self) -> str:
        return _("The picture is larger than {kilobytes} KB. Make it smaller").format(kilobytes=self.kilobytes)
