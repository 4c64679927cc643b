"""What the books do not hold, or hold already."""

from dataclasses import dataclass

from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


@dataclass
class UnknownCode(Refusal):
    code: str

    @property
    def sentence(self) -> str:
        return _("Nothing here has the code {code}. Search by name").format(code=self.code)


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
class NoShopYet(Refusal):
    @property
    def sentence(self) -> str:
        return _("There is no shop in this database yet. Open the program once and set it up")


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
