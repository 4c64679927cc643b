"""Setting up a shop of one's own, and what a till needs to know when its window opens."""

from collections import Counter as Counts
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from otop_pos.db.query import query
from otop_pos.domain.errors import AlreadyExists, NotFound
from otop_pos.domain.right import Role
from otop_pos.domain.shop import Shop, Till, User
from otop_pos.domain.till import TillSession
from otop_pos.i18n import _
from otop_pos.services.shop import add_till, has_shop, keep_shop, list_tills, read_shop
from otop_pos.services.till import current_session
from otop_pos.services.user import add_user, list_users

MANAGER_CODE = "M01"
_MARKS = {Role.CASHIER: "C", Role.CLERK: "S", Role.MANAGER: "M"}


@dataclass(frozen=True, slots=True)
class Counter:
    """Shop, till, the person at it, and the open session, if there is one."""

    shop: Shop
    till: Till
    user: User
    session: TillSession | None


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who begins with the shop."""

    name: str
    role: Role


def set_up_shop(
    session: Session, shop: Shop, till: Till, manager: str, *, on: date, team: Sequence[NewPerson] = ()
) -> Counter:
    """An empty shop with its first till, its manager and who else works there, in one act. They choose their
    secrets afterwards. Refuses AlreadyExists, BadCode, Unwritable."""
    if has_shop(session):
        raise AlreadyExists(_("Shop"), shop.name_th)
    kept = keep_shop(session, shop, valid_from=on)
    kept_till = add_till(session, till)
    user = add_user(session, MANAGER_CODE, manager, Role.MANAGER)
    for code, person in zip(team_codes(team), team, strict=True):
        add_user(session, code, person.name, person.role)
    return Counter(kept, kept_till, user, None)


def team_codes(team: Sequence[NewPerson]) -> tuple[str, ...]:
    """C01, C02, S01 …: what each person of a new shop is called by. M01 is who sets it up."""
    counts = Counts({Role.MANAGER: 1})
    codes = []
    for person in team:
        counts[person.role] += 1
        codes.append(f"{_MARKS[person.role]}{counts[person.role]:02d}")
    return tuple(codes)


@query
def read_counter(session: Session, till_code: str, user_code: str, *, on: date) -> Counter:
    """The till and person of these codes, the first ones where there are none such. Refuses NotFound."""
    tills, users = list_tills(session), list_users(session)
    if not tills:
        raise NotFound(_("Till"), till_code)
    if not users:
        raise NotFound(_("User"), user_code)
    till = next((each for each in tills if each.code == till_code), tills[0])
    user = next((each for each in users if each.code == user_code), users[0])
    return Counter(read_shop(session, on), till, user, current_session(session, till.code))
