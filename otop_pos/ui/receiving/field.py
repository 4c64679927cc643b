"""The boxes of a line of a delivery, and what they are called on screen."""

from collections.abc import Callable
from typing import Literal

from otop_pos.i18n import _

Field = Literal["declared", "accepted", "rejected", "price", "batch", "expires", "agreed", "pieces", "reason"]

FIELD_NAMES: dict[Field, Callable[[], str]] = {
    "declared": lambda: _("Delivered"),
    "accepted": lambda: _("Accepted"),
    "rejected": lambda: _("Rejected"),
    "price": lambda: _("Selling price"),
    "batch": lambda: _("Batch"),
    "expires": lambda: _("Expires"),
    "agreed": lambda: _("Agreed value"),
    "pieces": lambda: _("Labels"),
    "reason": lambda: _("Reason"),
}
