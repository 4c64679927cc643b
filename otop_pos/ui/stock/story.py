"""The movements of a lot as sentences."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from otop_pos.domain.numbering import DOCUMENT_SERIES
from otop_pos.domain.quantity import Unit, format_quantity
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NOTE_SERIES, NoteKind
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
TAKEN_BACK: dict[MoveKind, Callable[[], str]] = {
    MoveKind.SUPPLIER_RETURN: lambda: _("Return to the maker taken back: {count}"),
    MoveKind.DAMAGE: lambda: _("Not damaged after all: {count}"),
    MoveKind.LOSS: lambda: _("Found again: {count}"),
    MoveKind.EXPIRE: lambda: _("Not expired after all: {count}"),
    MoveKind.DONATE: lambda: _("Donation taken back: {count}"),
}
"""What came in where it usually goes out."""
PLACES: dict[Bucket, Callable[[], str]] = {
    Bucket.SELLABLE: lambda: _("Back on the shelf: {count}"),
    Bucket.QUARANTINE: lambda: _("Put aside: {count}"),
    Bucket.TO_RETURN: lambda: _("Waits for its maker: {count}"),
}


_SOLVED = f"-{DOCUMENT_SERIES[NOTE_SERIES[NoteKind.RESOLUTION]].mark}"
"""In the number of a note that gave a sale its lot."""


def _found_its_sale() -> str:
    return _("Sold before, found its lot: {count}")


def told(moves: Sequence[LotMove]) -> tuple[tuple[LotMove, int], ...]:
    """The movements worth a sentence, each with what was in the shop after it. A transfer is told once, by
    where the goods came to."""
    lefts = accumulate(0 if move.kind is MoveKind.TRANSFER else move.qty for move in moves)
    return tuple(
        (move, left)
        for move, left in zip(moves, lefts, strict=True)
        if move.kind is not MoveKind.TRANSFER or move.qty > 0
    )


def move_sentence(move: LotMove, unit: Unit) -> str:
    """'ขาย 1 ชิ้น'; what is not on the shelf afterwards says where it is."""
    qty = move.qty if move.kind is MoveKind.COUNT else abs(move.qty)
    count = f"{format_quantity(qty, unit)} {unit_name(unit)}"
    if move.kind is MoveKind.TRANSFER:
        return PLACES[move.bucket]().format(count=count)
    sentence = (TAKEN_BACK.get(move.kind) if move.qty > 0 else None) or SENTENCES[move.kind]
    if move.kind is MoveKind.SALE and _SOLVED in move.doc_no:
        sentence = _found_its_sale
    places = {Bucket.QUARANTINE: _("put aside"), Bucket.TO_RETURN: _("to be given back")}
    place = places.get(move.bucket, "")
    text = sentence().format(count=count)
    return f"{text} · {place}" if place else text


def move_source(move: LotMove) -> str:
    """'22 พ.ย. 69 14:35 · CM01-1-690004512'."""
    when = f"{short_date_text(local_date(move.at))} {time_text(move.at)}"
    return " · ".join(part for part in (when, move.doc_no) if part)
