"""Where and as whom this till works now: shop, till, user, open session, clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from otop_pos.domain.right import Matrix, Right
from otop_pos.domain.shop import Shop, Till, User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till import TillSession
from otop_pos.services.sign_in import Door
from otop_pos.settings import Settings
from otop_pos.ui.announcements import Announcements
from otop_pos.ui.approvals import Approvals


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Desk:
    """Shared by all screens. `now` gives UTC; tests set it. `session` None: the till is not open. `matrix`
    are the shop's rights, `pepper` is this machine's key for PINs."""

    shop: Shop
    till: Till
    user: User
    settings: Settings = field(default_factory=Settings)
    session: TillSession | None = None
    now: Callable[[], datetime] = utc_now
    announcements: Announcements = field(default_factory=Announcements)
    matrix: Matrix = field(default_factory=Matrix)
    pepper: bytes = b""
    approvals: Approvals = field(default_factory=Approvals)

    @property
    def today(self) -> date:
        """The calendar day in the shop: what prices, agreements and VAT go by."""
        return local_date(self.now())

    @property
    def business_date(self) -> date:
        """The open session's date; between days the calendar day in the shop."""
        return self.session.business_date if self.session else self.today

    def may(self, right: Right) -> bool:
        """Whether to offer it at all; the services decide, with a second person where that is needed."""
        return self.matrix.may_ever(self.user.role, right)

    def door(self) -> Door:
        """Where somebody signs in or approves, now."""
        return Door(self.till.code, self.pepper, self.now())

    def by(self) -> dict[str, Any]:
        """Who does it, and when: `backend.call(use_case, …, **desk.by())`."""
        return {"user": self.user, "at": self.now()}

    def here(self) -> dict[str, Any]:
        """The same with the till it is done at."""
        return {"till": self.till.code, **self.by()}

    def take_user(self, user: User) -> None:
        """Somebody else is at the till now; bills stay as they are."""
        self.user = user
        self.announcements.day_changed.emit()

    def take_matrix(self, matrix: Matrix) -> None:
        """The shop's rights, read afresh; what is offered follows."""
        if matrix != self.matrix:
            self.matrix = matrix
            self.announcements.day_changed.emit()

    def take_session(self, session: TillSession | None) -> None:
        self.session = session
        self.announcements.day_changed.emit()

    def take_shop(self, shop: Shop) -> None:
        """The shop's settings were saved, or their day has come."""
        self.shop = shop
        self.announcements.day_changed.emit()

    def take_settings(self, settings: Settings) -> None:
        """This machine's settings: in force, and remembered by whoever hears of it."""
        if settings != self.settings:
            self.settings = settings
            self.announcements.settings_changed.emit(settings)
