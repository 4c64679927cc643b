"""A delivery note that cannot be put right in the way that was tried."""

from dataclasses import dataclass

from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


@dataclass
class GrnTouched(Refusal):
    """`happened` says what became of its goods: 'ผ้าคลุมไหล่: 2 ผืน ขายแล้ว'."""

    doc_no: str
    happened: str

    @property
    def sentence(self) -> str:
        return _("{doc_no} cannot be taken back whole any more ({happened}). Correct the line instead").format(
            doc_no=self.doc_no, happened=self.happened
        )


@dataclass
class GrnReversed(Refusal):
    doc_no: str

    @property
    def sentence(self) -> str:
        return _("{doc_no} was taken back already. Nothing is left of it to change or to print").format(
            doc_no=self.doc_no
        )


@dataclass
class NothingToCorrect(Refusal):
    doc_no: str

    @property
    def sentence(self) -> str:
        return _("These are the figures of {doc_no} already. Type what was really accepted").format(doc_no=self.doc_no)
