"""producer_ledger.csv: what became owed to producers, or was paid."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync import kind as kinds
from otop_pos.sync.column import Id, Money, Text, Timestamp
from otop_pos.sync.table import Reference, Table

EntryKind = Annotated[
    str, kinds.choice("sale", "refund", "fee", "adjust", "loss_comp", "wht", "payout", "payout_reversal")
]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Ids grow with time: a producer's entries in order of their ids carry the balance on."""

    entry_id: Id
    producer_id: Id
    kind: EntryKind
    amount: Annotated[Money, "positive when the centre owes it"]
    balance_after: Money
    source: Annotated[Text, "number of the paper it comes from"]
    at: Timestamp


PRODUCER_LEDGER = Table(
    "producer_ledger",
    LedgerEntry,
    key=("entry_id",),
    references=(Reference(("producer_id",), "producers"),),
)
