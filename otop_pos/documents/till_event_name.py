"""What happened at the till beside the sales, in the words of the papers: (Thai, English)."""

from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.till_event import EventKind

EVENT_NAMES = {
    EventKind.PRICE: ("แก้ราคา", "Price changed"),
    EventKind.DISCOUNT: ("ให้ส่วนลด", "Discount given"),
    EventKind.CANCEL_BILL: ("ทิ้งบิลก่อนรับเงิน", "Bill cancelled unpaid"),
    EventKind.REFUND: ("รับคืนสินค้า", "Goods returned"),
    EventKind.VOID: ("ยกเลิกใบเสร็จ", "Receipt voided"),
    EventKind.NO_SALE: ("เปิดลิ้นชักโดยไม่ขาย", "Drawer opened, no sale"),
    EventKind.REPRINT: ("พิมพ์สำเนาใบเสร็จ", "Receipt copied"),
    EventKind.HAND_OVER: ("ส่งต่อลิ้นชัก", "Drawer handed over"),
    EventKind.X: ("ดูรายงาน X", "X read"),
    EventKind.COUNT: ("นับเงินในลิ้นชัก", "Drawer counted"),
    EventKind.TRAINING: ("โหมดฝึก", "Training mode"),
}
"""Of everything in TOLD."""

MOVEMENT_NAMES = {
    CashKind.PAID_IN: ("นำเงินเข้าลิ้นชัก", "Paid in"),
    CashKind.PAID_OUT: ("จ่ายเงินออก", "Paid out"),
    CashKind.DROP: ("นำเข้าตู้เซฟ", "To the safe"),
    CashKind.PAYOUT: ("จ่ายผู้ผลิต", "Paid to producers"),
}

SAYS_AMOUNT = frozenset((EventKind.PRICE, EventKind.DISCOUNT, EventKind.CANCEL_BILL, EventKind.REFUND, EventKind.VOID))
"""Those whose satang mean something when they are added up."""
