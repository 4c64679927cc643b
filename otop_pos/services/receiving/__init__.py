"""Receiving a producer's delivery, reading it again, and putting it right."""

from otop_pos.domain.receiving import GrnBrief
from otop_pos.services.receiving.posting import post_delivery, preview_due
from otop_pos.services.receiving.reading import issued_grn, list_grns, read_grn, repeat_last_delivery
from otop_pos.services.receiving.reversing import reverse_delivery

__all__ = [
    "GrnBrief",
    "issued_grn",
    "list_grns",
    "post_delivery",
    "preview_due",
    "read_grn",
    "repeat_last_delivery",
    "reverse_delivery",
]
