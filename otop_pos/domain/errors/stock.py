"""Goods that are not where, or not what, an act on them needs."""

from dataclasses import dataclass

from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


@dataclass
class NotEnoughThere(Refusal):
    """`wanted` and `there` with their unit: '3 ชิ้น'."""

    product: str
    wanted: str
    there: str

    @property
    def sentence(self) -> str:
        return _("Of “{product}” only {there} are there, not {wanted}. Look at the shelf again").format(
            product=self.product, there=self.there, wanted=self.wanted
        )


@dataclass
class GoodsOfSeveral(Refusal):
    """A paper is signed by one producer."""

    producers: str

    @property
    def sentence(self) -> str:
        return _("These goods belong to {producers}. Make one note for each of them").format(producers=self.producers)


@dataclass
class AlreadyReversed(Refusal):
    doc_no: str
    by: str

    @property
    def sentence(self) -> str:
        return _("{doc_no} was taken back already by {by}").format(doc_no=self.doc_no, by=self.by)


@dataclass
class CannotReverse(Refusal):
    doc_no: str
    why: str

    @property
    def sentence(self) -> str:
        return _("{doc_no} cannot be taken back: {why}").format(doc_no=self.doc_no, why=self.why)


@dataclass
class StaysThere(Refusal):
    product: str

    @property
    def sentence(self) -> str:
        return _("“{product}” lies there already. Choose another place for it").format(product=self.product)


@dataclass
class WrongLot(Refusal):
    """Another product, another maker, or goods that another seller sells by law."""

    lot_code: str
    product: str

    @property
    def sentence(self) -> str:
        return _("Lot {lot_code} is not what was sold as “{product}”. Choose one of the lots in the list").format(
            lot_code=self.lot_code, product=self.product
        )


@dataclass
class NothingToResolve(Refusal):
    doc_no: str

    @property
    def sentence(self) -> str:
        return _("Nothing on {doc_no} waits for a lot any more").format(doc_no=self.doc_no)


@dataclass
class CountEnded(Refusal):
    doc_no: str

    @property
    def sentence(self) -> str:
        return _("Count {doc_no} is closed. Start another one").format(doc_no=self.doc_no)


@dataclass
class NotInCount(Refusal):
    name: str

    @property
    def sentence(self) -> str:
        return _("“{name}” is not part of this count. Put it aside for its own").format(name=self.name)


@dataclass
class CountDisturbed(Refusal):
    """Whether the piece that went was counted before, nobody can know."""

    product: str

    @property
    def sentence(self) -> str:
        return _(
            "Some “{product}” was sold or moved while you counted it. Count this lot again and type = and the total"
        ).format(product=self.product)


@dataclass
class ScanItsLabel(Refusal):
    product: str

    @property
    def sentence(self) -> str:
        return _("“{product}” lies there in several lots. Scan the lot's own label").format(product=self.product)


@dataclass
class NothingCounted(Refusal):
    doc_no: str

    @property
    def sentence(self) -> str:
        return _("Nothing was counted in {doc_no} yet. Count something, or cancel it").format(doc_no=self.doc_no)


@dataclass
class BadPrice(Refusal):
    text: str

    @property
    def sentence(self) -> str:
        return _("{text} is no price. Type an amount above zero").format(text=self.text)


@dataclass
class FewerWait(Refusal):
    """`left` with its unit."""

    product: str
    left: str

    @property
    def sentence(self) -> str:
        return _("Of “{product}” only {left} wait for a lot. Type no more than that").format(
            product=self.product, left=self.left
        )
