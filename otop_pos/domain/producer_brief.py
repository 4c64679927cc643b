"""A producer in a list, with what somebody has to look after."""

from dataclasses import dataclass

from otop_pos.domain.producer import Producer


@dataclass(frozen=True, slots=True)
class ProducerBrief:
    """`products`: how many are on offer. `is_lapsing`: a standard lapses soon, or has; `bank_waits`: an account
    for a second person to look over; `is_unagreed`: no agreement in force today."""

    producer: Producer
    products: int
    is_lapsing: bool
    bank_waits: bool
    is_unagreed: bool
