"""What is asked of each kind of customer, and how it becomes a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import Missing
from otop_pos.domain.tax_id import is_valid_tax_id
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.i18n import _


@dataclass(frozen=True, slots=True)
class CustomerField:
    """`at`: its row, and its share of that row's width; `kinds` those that are asked for it."""

    title: Callable[[], str]
    at: tuple[int, int]
    kinds: tuple[CustomerKind, ...] = tuple(CustomerKind)


_TAXED, _TOURIST = (CustomerKind.PERSON, CustomerKind.COMPANY), (CustomerKind.TOURIST,)

FIELDS: dict[str, CustomerField] = {
    "name": CustomerField(lambda: _("Name"), (0, 6)),
    "tax_id": CustomerField(lambda: _("Tax ID (13 digits)"), (1, 3), _TAXED),
    "branch_no": CustomerField(lambda: _("Branch"), (1, 1), (CustomerKind.COMPANY,)),
    "passport_no": CustomerField(lambda: _("Passport number"), (1, 2), _TOURIST),
    "country": CustomerField(lambda: _("Country"), (1, 2), _TOURIST),
    "phone": CustomerField(lambda: _("Telephone"), (1, 2)),
    "address": CustomerField(lambda: _("Address"), (2, 6)),
}

KIND_NAMES: dict[CustomerKind, Callable[[], str]] = {
    CustomerKind.PERSON: lambda: _("Person"),
    CustomerKind.COMPANY: lambda: _("Company"),
    CustomerKind.TOURIST: lambda: _("Tourist"),
}


def read_customer(kind: CustomerKind, texts: Mapping[str, str]) -> Customer:
    """Only what this kind is asked for. Refuses Missing (a name), Unwritable, TextTooLong."""
    asked = {name: texts[name].strip() for name, field in FIELDS.items() if kind in field.kinds}
    if not asked["name"]:
        raise Missing(FIELDS["name"].title())
    if "tax_id" in asked:
        asked["tax_id"] = plain_digits(asked["tax_id"])
    if "passport_no" in asked:
        asked["passport_no"] = asked["passport_no"].upper()
    return clean(Customer(kind=kind, **asked))


def plain_digits(text: str) -> str:
    """'๐-๑๐๕๕-๓๖๑๑๒-๐๑-๔' → '0105536112014'."""
    return "".join(each for each in to_arabic_digits(text) if each not in " -")


def tax_id_warning(text: str) -> str:
    """'' for an empty or right number. Numbers that fail are in real use: nobody is held up."""
    digits = plain_digits(text)
    if not digits or is_valid_tax_id(digits):
        return ""
    if len(digits) != 13 or not digits.isdecimal():
        return _("A tax ID has 13 digits. Compare it with the customer's paper.")
    return _("The last digit does not fit this tax ID. Compare it with the customer's paper.")
