"""The till day and the files for head office."""

from dataclasses import dataclass
from datetime import date

from otop_pos.domain.baht_format import format_baht
from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


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
class DrawerDiffers(Refusal):
    """By more than the shop's limit; the amount itself stays hidden until the count stands."""

    limit: int

    @property
    def sentence(self) -> str:
        return _(
            "The drawer differs by more than {limit} baht. Count again; if it stays so, give a reason and "
            "let a manager confirm"
        ).format(limit=format_baht(self.limit))


@dataclass
class TooMuchOut(Refusal):
    @property
    def sentence(self) -> str:
        return _("There is not that much cash in the drawer. Look at the amount")


@dataclass
class TrainingOnly(Refusal):
    @property
    def sentence(self) -> str:
        return _("This is training. Files and figures for head office come from the real till only")
