"""Stock notes in words: what kind, what of it, what it means in money."""

from collections.abc import Callable

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.stock_note import LOSS_CAUSES, NoteKind, StockNote, StockNoteLine
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.ui.stock.act_columns import bucket_name
from otop_pos.ui.stock.story import SENTENCES
from otop_pos.ui.stock.story import TAKEN_BACK as TAKEN_BACK_SENTENCES
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import (
    lot_name,
    producer_name,
    product_name,
    quantity_text,
    short_date_text,
    time_text,
    unit_name,
)

KINDS: dict[NoteKind, Callable[[], str]] = {
    NoteKind.TRANSFER: lambda: _("Moved within the shop"),
    NoteKind.RETURN: lambda: _("Given back to the maker"),
    NoteKind.LOSS: lambda: _("Written off"),
    NoteKind.FOUND: lambda: _("Found again"),
    NoteKind.DONATION: lambda: _("Donated"),
    NoteKind.COUNT: lambda: _("Count put right"),
    NoteKind.CORRECTION: lambda: _("Delivery put right"),
    NoteKind.RESOLUTION: lambda: _("Sale found its lot"),
}
TAKEN_BACK = (NoteKind.LOSS, NoteKind.TRANSFER, NoteKind.DONATION, NoteKind.RETURN, NoteKind.COUNT)
"""What can be taken back while it stands."""


def kind_name(kind: NoteKind) -> str:
    return KINDS[kind]()


def note_posted(note: StockNote) -> str:
    """For the message after posting: kind, number, whose goods, and what the producer is credited."""
    text = f"{kind_name(note.kind)}: {note.doc_no} · {producer_name(note.producer)}"
    if not note.compensation:
        return text
    credit = _("credited {amount}") if note.compensation > 0 else _("credit taken back {amount}")
    return f"{text} · {credit.format(amount=format_baht(abs(note.compensation)))}"


def can_take_back(note: StockNote) -> bool:
    if note.kind not in TAKEN_BACK or note.reversed_by or note.reverses:
        return False
    return note.kind is not NoteKind.COUNT or is_lost(note)


def is_lost(note: StockNote) -> bool:
    """Something of it may be found again."""
    return any(line.cause in LOSS_CAUSES and line.qty > 0 for line in note.lines)


def line_sentence(line: StockNoteLine) -> str:
    unit = line.product.unit
    count = f"{format_quantity(abs(line.qty), unit)} {unit_name(unit)}"
    if line.moved_to is not None:
        places = (line.bucket, line.moved_to) if line.qty > 0 else (line.moved_to, line.bucket)
        return _("{count}: {place} → {other}").format(
            count=count, place=bucket_name(places[0]), other=bucket_name(places[1])
        )
    sentence = TAKEN_BACK_SENTENCES.get(line.cause) if line.qty < 0 else None
    return (sentence or SENTENCES[line.cause])().format(count=count)


def _when(note: StockNote) -> str:
    return f"{short_date_text(local_date(note.posted_at))} {time_text(note.posted_at)}"


def _who(note: StockNote) -> str:
    approved = _("allowed by {name}").format(name=note.approved_by) if note.approved_by else ""
    return " · ".join(part for part in (note.posted_by, approved) if part)


def _quantity(note: StockNote) -> str:
    units = {line.product.unit for line in note.lines}
    total = sum(line.qty for line in note.lines)
    return quantity_text(total, units.pop()) if len(units) == 1 else format_quantity(total)


def _state(note: StockNote) -> str:
    if note.reversed_by:
        return _("taken back by {number}").format(number=note.reversed_by)
    return _("takes back {number}").format(number=note.reverses) if note.reverses else note.reason


def note_columns() -> tuple[Column[StockNote], ...]:
    return (
        Column(lambda: _("Number · when"), lambda note: note.doc_no, 190, role="strong", second=_when),
        Column(
            lambda: _("What · why"),
            lambda note: kind_name(note.kind),
            second=_state,
            tone=lambda note: "ink2" if note.reversed_by else "ink",
        ),
        Column(lambda: _("Maker · who"), lambda note: producer_name(note.producer), 230, second=_who, yields=2),
        Column(lambda: _("Units"), _quantity, 84, "right", yields=1),
        Column(
            lambda: _("Credited"),
            lambda note: format_baht(note.compensation) if note.compensation else "–",
            104,
            "right",
            tone=lambda note: "good" if note.compensation else "ink2",
        ),
    )


def note_line_columns() -> tuple[Column[StockNoteLine], ...]:
    return (
        Column(
            lambda: _("What"),
            lambda line: product_name(line.product),
            role="strong",
            second=lambda line: f"{line_sentence(line)} · {lot_name(line.lot_code)}",
        ),
    )
