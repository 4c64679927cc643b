"""Who bought, small on the slip, where the customer asked for it."""

from collections.abc import Iterator

from otop_pos.documents.block import Block, Gap, Text
from otop_pos.documents.slip import Slip
from otop_pos.documents.thai_text import NO_BREAK_SPACE
from otop_pos.domain.customer import Customer
from otop_pos.domain.sale import DocumentType, Sale
from otop_pos.domain.shop import HEAD_OFFICE_BRANCH


def customer_blocks(sale: Sale, slip: Slip) -> Iterator[Block]:
    """Nothing on the paper of a return or a void: money goes back to who brings the goods."""
    if sale.customer is None or sale.doc_type is DocumentType.REFUND:
        return
    yield Gap(2)
    yield Text(f"{slip.say('ลูกค้า', 'Customer')}: {sale.customer.name}", slip.body)
    for text in _lines(sale.customer, slip):
        yield Text(text, slip.small)


def _lines(customer: Customer, slip: Slip) -> Iterator[str]:
    say = slip.say
    if customer.tax_id:
        yield f"{say('เลขประจำตัวผู้เสียภาษี', 'Tax ID')}{NO_BREAK_SPACE}{customer.tax_id}"
    if customer.branch_no:
        yield _branch(customer.branch_no, slip)
    if customer.passport_no:
        yield f"{say('หนังสือเดินทาง', 'Passport')}{NO_BREAK_SPACE}{customer.passport_no}"
    if customer.country:
        yield f"{say('ประเทศ', 'Country')} {customer.country}"
    if customer.address:
        yield customer.address
    if customer.phone:
        yield f"{say('โทร.', 'Tel.')} {customer.phone}"


def _branch(number: str, slip: Slip) -> str:
    if number == HEAD_OFFICE_BRANCH:
        return slip.say("สำนักงานใหญ่", "Head office")
    return slip.say(f"สาขาที่ {number}", f"Branch {number}")
