"""Who may do what, and who says so."""

from dataclasses import dataclass

from otop_pos.domain.approval import Ask
from otop_pos.domain.errors.refusal import Refusal
from otop_pos.domain.right import RIGHTS, Right
from otop_pos.i18n import _


@dataclass
class NotAllowed(Refusal):
    right: Right

    @property
    def sentence(self) -> str:
        title = RIGHTS[self.right].title()
        return _("Your role does not include “{right}”. Ask a manager to do it").format(right=title)


@dataclass
class NeedsApproval(Refusal):
    """The screen asks a second person for a PIN and tries again with the approval."""

    ask: Ask

    @property
    def sentence(self) -> str:
        title = RIGHTS[self.ask.right].title()
        return _("“{right}” needs a second person's PIN").format(right=title)


@dataclass
class ApprovalInvalid(Refusal):
    """Too old, used before, or given for something else."""

    right: Right

    @property
    def sentence(self) -> str:
        title = RIGHTS[self.right].title()
        return _("The approval for “{right}” does not fit this act. Ask once more").format(right=title)


@dataclass
class CannotApprove(Refusal):
    name: str
    right: Right

    @property
    def sentence(self) -> str:
        title = RIGHTS[self.right].title()
        return _("{name} cannot approve “{right}”. Choose somebody else who may").format(name=self.name, right=title)


@dataclass
class WrongSecret(Refusal):
    """`left`: tries until the door stays shut for a while."""

    left: int

    @property
    def sentence(self) -> str:
        return _("That is not the right PIN. {left} more tries").format(left=self.left)


@dataclass
class LockedOut(Refusal):
    name: str
    minutes: int

    @property
    def sentence(self) -> str:
        return _("Too many wrong tries. {name} can sign in again in {minutes} min").format(
            name=self.name, minutes=self.minutes
        )


@dataclass
class NoSecretYet(Refusal):
    """A person registered before there were PINs, or whose PIN was taken away."""

    name: str

    @property
    def sentence(self) -> str:
        return _("{name} has no PIN yet. Choose one first").format(name=self.name)


@dataclass
class SecretTaken(Refusal):
    name: str

    @property
    def sentence(self) -> str:
        return _("{name} already has a PIN. A manager can take it away, then a new one is chosen").format(
            name=self.name
        )


@dataclass
class WeakPin(Refusal):
    @property
    def sentence(self) -> str:
        return _("A PIN has 6 to 12 digits and is not a row like 111111 or 123456. Choose another")


@dataclass
class WeakPassword(Refusal):
    @property
    def sentence(self) -> str:
        return _("A manager's password has at least 8 characters, four of them different. Choose another")


@dataclass
class SecretsDiffer(Refusal):
    @property
    def sentence(self) -> str:
        return _("The two are not the same. Type it once more")


@dataclass
class ForeignPepper(Refusal):
    """Several tills share one key file: without it no PIN of the shop can be checked here."""

    file: str

    @property
    def sentence(self) -> str:
        return _("This computer lacks the shop's key. Copy {file} from the first till, then start again").format(
            file=self.file
        )


@dataclass
class PepperUnreadable(Refusal):
    """Without it nobody can sign in: the file of the shop's key cannot be made, or holds something else."""

    file: str

    @property
    def sentence(self) -> str:
        return _("The key for PINs cannot be read: {file}").format(file=self.file)


@dataclass
class LastManager(Refusal):
    @property
    def sentence(self) -> str:
        return _("Somebody must stay manager and keep people and rights. Register another manager first")


@dataclass
class NotWorking(Refusal):
    """Signed off for good while still standing at a till."""

    name: str

    @property
    def sentence(self) -> str:
        return _("{name} is no longer registered here. Somebody else signs in").format(name=self.name)
