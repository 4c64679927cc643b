"""Who buys, where the paper shall say so."""

from dataclasses import dataclass
from enum import StrEnum


class CustomerKind(StrEnum):
    PERSON = "person"
    COMPANY = "company"
    TOURIST = "tourist"


@dataclass(frozen=True, slots=True)
class Customer:
    """`tax_id` of a person or company, `passport_no` and `country` of a tourist. `branch_no` as on the
    paper of a VAT registrant: 00000 is the head office, "" for who has none."""

    name: str
    kind: CustomerKind = CustomerKind.PERSON
    address: str = ""
    tax_id: str = ""
    branch_no: str = ""
    passport_no: str = ""
    country: str = ""
    phone: str = ""
