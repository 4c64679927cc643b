"""How a paper says that it is for practice and worth nothing."""

from otop_pos.domain.shop import Shop

TRAINING = "TRAINING · ฝึกหัด"
NOT_A_RECEIPT = ("ใช้ฝึกหัดเท่านั้น ไม่ใช่ใบเสร็จ", "For practice only, not a receipt")
"""Both languages on every slip: nobody may be taken in."""


def training_mark(shop: Shop) -> str:
    """What stands across every page; "" on real papers."""
    return TRAINING if shop.is_training else ""
