"""The columns of a list that is looked at, and of the lists that came in."""

from otop_pos.domain.import_list import ImportBatch, ImportRow
from otop_pos.domain.money import format_baht
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.ui.style import Tone
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import date_text, time_text


def says(row: ImportRow) -> str:
    """Why it stays out, what to look at again, or that it comes in."""
    return " · ".join(row.problems or row.doubts) or _("comes in")


def tone_of(row: ImportRow) -> Tone:
    return "danger" if row.problems else "warn" if row.doubts else "good"


def mark_of(row: ImportRow) -> str:
    """The same in a shape, for who does not see colours."""
    return "✗" if row.problems else "!" if row.doubts else "✓"


def row_columns() -> tuple[Column[ImportRow], ...]:
    return (
        Column(lambda: _("Row"), lambda row: str(row.row_no), 68, "right", "secondary", tone=lambda _row: "ink2"),
        Column(lambda: "", mark_of, 40, "centre", "strong", tone=tone_of),
        Column(lambda: _("Name"), lambda row: row.name, 300, role="body", second=lambda row: row.about),
        Column(
            lambda: _("Price"), lambda row: "" if row.price is None else format_baht(row.price), 110, "right", yields=1
        ),
        Column(lambda: _("What it says"), says, role="secondary", tone=tone_of),
    )


def batch_columns() -> tuple[Column[ImportBatch], ...]:
    return (
        Column(lambda: _("List"), lambda batch: batch.file_name, second=_by),
        Column(lambda: _("Producers"), lambda batch: f"{batch.producers:,}", 116, "right"),
        Column(lambda: _("Products"), lambda batch: f"{batch.products:,}", 116, "right"),
        Column(lambda: "", _state, 200, tone=lambda batch: "ink2" if batch.undone_by else "good"),
    )


def _by(batch: ImportBatch) -> str:
    return f"{date_text(local_date(batch.at))} {time_text(batch.at)} · {batch.user}"


def _state(batch: ImportBatch) -> str:
    return _("taken back by {name}").format(name=batch.undone_by) if batch.undone_by else _("came in")
