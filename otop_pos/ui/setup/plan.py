"""What the set-up has been told so far; nothing of it is written before the end."""

from dataclasses import dataclass, field

from otop_pos.domain.shop import Shop, Till
from otop_pos.services.counter import NewPerson

EMPTY = Shop(code="", name_th="", name_en="", legal_name="", address_th="", address_en="", tax_id="")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the new shop. `secret` "" : chosen at the first sign-in."""

    person: NewPerson
    secret: str = field(default="", repr=False)


@dataclass(slots=True)
class Plan:
    """Filled in by the pages, in their order."""

    is_demo: bool = True
    shop: Shop = EMPTY
    till: Till = field(default_factory=lambda: Till(""))
    manager: str = ""
    password: str = field(default="", repr=False)
    team: tuple[Member, ...] = ()
    printer: str = ""
