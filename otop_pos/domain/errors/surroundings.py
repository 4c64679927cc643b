"""Databases, folders and printers that do not do their part now."""

from dataclasses import dataclass

from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _


@dataclass
class NotOurFile(Refusal):
    path: str

    @property
    def sentence(self) -> str:
        return _("{path} is not a database of OTOP POS. Choose another file").format(path=self.path)


@dataclass
class NewerDatabase(Refusal):
    path: str

    @property
    def sentence(self) -> str:
        return _("{path} was written by a newer OTOP POS. Update this till first").format(path=self.path)


@dataclass
class StoreUnreachable(Refusal):
    """The database cannot be read or written now: server away, disk full, folder read-only. An answer that
    was lost on its way does not say whether it was saved; the same act again does."""

    reason: str

    @property
    def sentence(self) -> str:
        return _(
            "The database cannot be used now ({reason}). Try again: what is saved already is not done twice"
        ).format(reason=self.reason)


@dataclass
class FolderUnwritable(Refusal):
    path: str
    reason: str

    @property
    def sentence(self) -> str:
        return _("Cannot write to {path} ({reason}). Choose another folder or free some space").format(
            path=self.path, reason=self.reason
        )


@dataclass
class PrinterSilent(Refusal):
    """The paper is kept as a file, so nothing is lost when the printer is off."""

    printer: str
    path: str

    @property
    def sentence(self) -> str:
        return _("Printer {printer} does not answer. The paper is kept at {path}; print it again later").format(
            printer=self.printer, path=self.path
        )


@dataclass
class DrawerSilent(Refusal):
    """The drawer opens after everything is saved, so nothing is lost when it stays shut."""

    target: str

    @property
    def sentence(self) -> str:
        return _("The cash drawer does not answer ({target}). Open it with its key; everything is saved").format(
            target=self.target
        )
