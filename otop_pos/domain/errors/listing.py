"""Reports that were not made, and lists that cannot be taken back."""

from dataclasses import dataclass

from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


@dataclass
class Stopped(Refusal):
    """Somebody did not want to wait for a report any longer."""

    @property
    def sentence(self) -> str:
        return _("Stopped. Choose a shorter time or another report")


@dataclass
class PeriodBackwards(Refusal):
    @property
    def sentence(self) -> str:
        return _("The last day is before the first one. Type them the other way round")


@dataclass
class ImportUsed(Refusal):
    """`what` is the first of the list that something was done with since."""

    what: str

    @property
    def sentence(self) -> str:
        return _("“{what}” of this list is in use already. Put single entries out of use instead").format(
            what=self.what
        )


@dataclass
class ImportSent(Refusal):
    """Head office knows the codes by now: they may never mean something else."""

    @property
    def sentence(self) -> str:
        return _("Head office has this list already. Put single entries out of use instead")


@dataclass
class ImportUndone(Refusal):
    file_name: str

    @property
    def sentence(self) -> str:
        return _("The list {file} was taken back already").format(file=self.file_name)


@dataclass
class NothingToImport(Refusal):
    file_name: str

    @property
    def sentence(self) -> str:
        return _("No row of {file} can come in. Look at what each row says").format(file=self.file_name)
