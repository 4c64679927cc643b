"""A line of the list of statements that could be issued now."""

from dataclasses import dataclass

from otop_pos.domain.producer import Producer


@dataclass(frozen=True, slots=True)
class DraftRow:
    """Satang: opening + sales + refunds + other + paid = closing; `held` is in none of them.

    `other`: fees, adjustments, compensations; `paid`: payments and tax withheld. `problems` are sentences for the
    screen; `can_issue`: nothing among them keeps the statement from being issued. `entries` counts what it would
    settle.
    """

    producer: Producer
    opening: int
    sales: int
    refunds: int
    other: int
    paid: int
    closing: int
    held: int
    problems: tuple[str, ...]
    is_payable: bool
    can_issue: bool = True
    entries: int = 0
    last_statement: str = ""
