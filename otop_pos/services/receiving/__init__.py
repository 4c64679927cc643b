"""Receiving a producer's delivery, reading it again, and putting it right."""

from otop_pos.domain.receiving import GrnBrief
from otop_pos.services.receiving.correcting import Standing, correct_delivery, list_standing
from otop_pos.services.receiving.labels import count_delivery_labels, count_note_copy, grn_for_labels
from otop_pos.services.receiving.newcomer import take_in_product
from otop_pos.services.receiving.picturing import PicturedGrn, pictured_grn
from otop_pos.services.receiving.posting import post_delivery, preview_due
from otop_pos.services.receiving.reading import issued_grn, list_grns, read_grn, repeat_last_delivery
from otop_pos.services.receiving.reversing import reverse_delivery

__all__ = [
    "GrnBrief",
    "PicturedGrn",
    "Standing",
    "correct_delivery",
    "count_delivery_labels",
    "count_note_copy",
    "grn_for_labels",
    "issued_grn",
    "list_grns",
    "list_standing",
    "pictured_grn",
    "post_delivery",
    "preview_due",
    "read_grn",
    "repeat_last_delivery",
    "reverse_delivery",
    "take_in_product",
]
