"""What may be done with goods on the shelf without selling them: where from, where to, why."""

from collections.abc import Callable
from dataclasses import dataclass

from otop_pos.domain.right import Right
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind
from otop_pos.i18n import _

Words = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to do an act: a place to move to, or a cause of a loss. `sources` are the places it takes from."""

    key: str
    title: Words
    cause: MoveKind
    sources: tuple[Bucket, ...]
    moved_to: Bucket | None = None
    reasons: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """`takes_all`: the whole lot is meant unless somebody says less; else one piece."""

    kind: NoteKind
    right: Right
    title: Words
    button: Words
    choices: tuple[Choice, ...]
    takes_all: bool = False


_EVERYWHERE = (Bucket.SELLABLE, Bucket.QUARANTINE, Bucket.TO_RETURN)

_ASIDE_REASONS = (
    lambda: _("damaged, to be looked at"),
    lambda: _("label or standard missing"),
    lambda: _("being mended"),
    lambda: _("kept for an order"),
)
_SHELF_REASONS = (lambda: _("looked at, good"), lambda: _("mended"), lambda: _("maker leaves it here"))
_WAITING_REASONS = (
    lambda: _("term is over"),
    lambda: _("maker asks for it"),
    lambda: _("does not sell"),
    lambda: _("faulty"),
)
_RETURN_REASONS = (
    lambda: _("term is over"),
    lambda: _("maker asks for it"),
    lambda: _("does not sell"),
    lambda: _("faulty"),
)

MOVE = Act(
    NoteKind.TRANSFER,
    Right.MOVE_STOCK,
    lambda: _("Move within the shop"),
    lambda: _("Move"),
    (
        Choice(
            "aside",
            lambda: _("Put aside"),
            MoveKind.TRANSFER,
            (Bucket.SELLABLE, Bucket.TO_RETURN),
            Bucket.QUARANTINE,
            _ASIDE_REASONS,
        ),
        Choice(
            "shelf",
            lambda: _("Back on the shelf"),
            MoveKind.TRANSFER,
            (Bucket.QUARANTINE, Bucket.TO_RETURN),
            Bucket.SELLABLE,
            _SHELF_REASONS,
        ),
        Choice(
            "to_return",
            lambda: _("Waits for its maker"),
            MoveKind.TRANSFER,
            (Bucket.SELLABLE, Bucket.QUARANTINE),
            Bucket.TO_RETURN,
            _WAITING_REASONS,
        ),
    ),
)
GIVE_BACK = Act(
    NoteKind.RETURN,
    Right.RETURN_GOODS,
    lambda: _("Give back to the maker"),
    lambda: _("Back to maker"),
    (
        Choice(
            "return",
            lambda: _("Back to maker"),
            MoveKind.SUPPLIER_RETURN,
            (Bucket.TO_RETURN, Bucket.QUARANTINE, Bucket.SELLABLE),
            reasons=_RETURN_REASONS,
        ),
    ),
    takes_all=True,
)
WRITE_OFF = Act(
    NoteKind.LOSS,
    Right.WRITE_OFF,
    lambda: _("Write off"),
    lambda: _("Write off"),
    (
        Choice(
            "damaged",
            lambda: _("Damaged"),
            MoveKind.DAMAGE,
            _EVERYWHERE,
            reasons=(
                lambda: _("broken on the shelf"),
                lambda: _("broken by a customer"),
                lambda: _("water or insects"),
                lambda: _("came back damaged"),
            ),
        ),
        Choice(
            "lost",
            lambda: _("Lost"),
            MoveKind.LOSS,
            _EVERYWHERE,
            reasons=(lambda: _("not found on the shelf"), lambda: _("theft seen"), lambda: _("lost on the way")),
        ),
        Choice(
            "expired",
            lambda: _("Expired"),
            MoveKind.EXPIRE,
            _EVERYWHERE,
            reasons=(lambda: _("past its last day"), lambda: _("spoiled before its day")),
        ),
    ),
)
DONATE = Act(
    NoteKind.DONATION,
    Right.WRITE_OFF,
    lambda: _("Donate"),
    lambda: _("Donate"),
    (
        Choice(
            "donate",
            lambda: _("Donate"),
            MoveKind.DONATE,
            _EVERYWHERE,
            reasons=(lambda: _("maker agrees, to a school"), lambda: _("maker agrees, to a temple")),
        ),
    ),
    takes_all=True,
)
