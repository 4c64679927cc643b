"""Where and as whom this till works now: shop, till, user, open session, clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from otop_pos.domain.shop import Shop, Till, User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till import TillSession
from otop_pos.settings import Settings
from otop_pos.ui.announcements import Announcements


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Desk:
    """Shared by all screens. `now` gives UTC; tests set it. `session` None: the till is not open."""

    shop: Shop
    till: Till
    user: User
    settings: Settings = field(default_factory=Settings)
    session: TillSession | None = None
    now: Callable[[], datetime] = utc_now
    announcements: Announcements = field(default_factory=Announcements)

    @property
    def today(self) -> date:
        """The calendar day in the shop: what prices, agreements and VAT go by."""
        return local_date(self.now())

    @property
    def business_date(self) -> date:
        """The open session's date; between days the calendar day in the shop."""
        return self.session.business_date if self.session else self.today

    def take_user(self, user: User) -> None:
        """Somebody else is at the till now; bills stay as they are."""
        self.user = user
        self.announcements.day_changed.emit()

    def take_session(self, session: TillSession | None) -> None:
        self.session = session
        self.announcements.day_changed.emit()
