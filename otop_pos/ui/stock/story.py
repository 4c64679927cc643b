"""The movements of a lot as sentences."""

from collections.abc import Callable

from otop_pos.domain.quantity import Unit, format_quantity
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.services.stock import LotMove
from otop_pos.ui.wording import short_date_text, time_text, unit_name

SENTENCES: dict[MoveKind, Callable[[], str]] = {
    MoveKind.RECEIVE: lambda: _("Received {count}"),
    MoveKind.SALE: lambda: _("Sold {count}"),
    MoveKind.SALE_RETURN: lambda: _("Customer return {count}"),
    MoveKind.SUPPLIER_RETURN: lambda: _("Given back to the maker: {count}"),
    MoveKind.DAMAGE: lambda: _("Damaged: {count}"),
    MoveKind.LOSS: lambda: _("Lost: {count}"),
    MoveKind.EXPIRE: lambda: _("Taken off as expired: {count}"),
    MoveKind.COUNT: lambda: _("Corrected by a count: {count}"),
    MoveKind.DONATE: lambda: _("Donated: {count}"),
    MoveKind.TRANSFER: lambda: _("Moved: {count}"),
}
_SIGNED = (MoveKind.COUNT, MoveKind.TRANSFER)
"""Where more or less is not said by the word itself."""


def move_sentence(move: LotMove, unit: Unit) -> str:
    """'ขาย 1 ชิ้น'; what is not on the shelf afterwards says where it is."""
    qty = move.qty if move.kind in _SIGNED else abs(move.qty)
    sentence = SENTENCES[move.kind]().format(count=f"{format_quantity(qty, unit)} {unit_name(unit)}")
    places = {Bucket.QUARANTINE: _("put aside"), Bucket.TO_RETURN: _("to be given back")}
    place = places.get(move.bucket, "")
    return f"{sentence} · {place}" if place else sentence


def move_source(move: LotMove) -> str:
    """'22 พ.ย. 69 14:35 · CM01-1-690004512'."""
    when = f"{short_date_text(local_date(move.at))} {time_text(move.at)}"
    return " · ".join(part for part in (when, move.doc_no) if part)
