"""What the customer reads, in Thai and in English at once, whatever the screen of the till speaks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The same said twice."""

    th: str
    en: str


WELCOME = Words("ยินดีต้อนรับ", "Welcome")
FROM_THE_MAKER = Words("จากมือผู้ผลิต", "From the maker’s hands")
TOTAL = Words("ยอดรวม", "Total")
ITEMS = Words("รายการ", "items")
ITEM = Words("รายการ", "item")
EARLIER = Words("รายการก่อนหน้า", "earlier")
MORE = Words("รายการถัดไป", "more")
DISCOUNT = Words("ส่วนลด", "Discount")
RETURNED = Words("รับคืน", "Returned")
TO_PAY = Words("ยอดที่ต้องชำระ", "Total to pay")
RECEIVED = Words("รับเงินแล้ว", "Received")
LEFT_TO_PAY = Words("คงเหลือ", "Left to pay")
PAID_IN_FULL = Words("ชำระครบแล้ว", "Paid in full")
SCAN_TO_PAY = Words("สแกนจ่ายด้วยแอปธนาคาร", "Scan with your banking app")
PROMPTPAY = Words("พร้อมเพย์", "PromptPay")
CHANGE = Words("เงินทอน", "Change")
PAID = Words("ชำระแล้ว", "Paid")
REFUNDED = Words("คืนเงิน", "Refund")
THANK_YOU = Words("ขอบคุณ", "Thank you")
COME_AGAIN = Words("โอกาสหน้าเชิญใหม่", "Please come again")
TRAINING = Words("ฝึกหัด", "TRAINING")
NOT_A_SALE = Words("ไม่ใช่การขายจริง", "not a real sale")
