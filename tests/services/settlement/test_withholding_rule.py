"""Each rule of withholding from its least amount on, and certificates (50 ทวิ) numbered without a gap."""

from collections.abc import Sequence

import pytest

from otop_pos.domain.errors import NotFound
from otop_pos.domain.money import BAHT
from otop_pos.domain.producer import Producer, ProducerKind
from otop_pos.domain.voucher import Voucher
from otop_pos.services.settlement.vouching import read_certificate, read_voucher_paper
from tests.books import broken, value
from tests.services.settlement.desk import DAY, LATER, TOMORROW, Desk, new_producer, with_guard_off

COMPANY = {"kind": ProducerKind.SME, "tax_id": "0505561000001"}
PERSON = {"kind": ProducerKind.COMMUNITY, "tax_id": "3501200123456"}
PAY_DAY = LATER + DAY


def terms(desk: Desk, producer: Producer, **changed: str) -> Producer:
    columns = ", ".join(f"{name} = '{each}'" for name, each in changed.items())
    with_guard_off(desk.shop, f"UPDATE agreement SET {columns} WHERE producer_id = {producer.id}")
    return producer


def paid(desk: Desk, owed: Sequence[tuple[Producer, int]]) -> tuple[Voucher, ...]:
    """What is owed to each is settled and paid from one drawer."""
    for producer, amount in owed:
        desk.adjust(amount, producer)
    desk.shop.close(at=LATER)
    desk.next_day(2)
    desk.shop.sell(("P000001", 20_000), ("P000003", 20_000), at=PAY_DAY)
    return tuple(desk.paid(desk.issue(TOMORROW, producer, at=PAY_DAY), at=PAY_DAY) for producer, _amount in owed)


@pytest.mark.parametrize(
    ("rule", "gross", "base", "tax"),
    [
        ("none", 20_000 * BAHT, 0, 0),
        ("government_1", 999_999, 0, 0),
        ("government_1", 1_000_000, 1_000_000, 10_000),
        ("work_3", 99_999, 0, 0),
        ("work_3", 100_000, 100_000, 3_000),
        ("work_3", 150_017, 150_017, 4_501),
    ],
)
def test_each_rule_from_its_least_amount_on(sqlite_desk: Desk, rule: str, gross: int, base: int, tax: int) -> None:
    desk = sqlite_desk
    producer = terms(desk, new_producer(desk.shop, "CM-0009", **PERSON), wht_rule=rule)
    (voucher,) = paid(desk, [(producer, gross)])
    assert (voucher.gross, voucher.wht_base, voucher.wht, voucher.net) == (gross, base, tax, gross - tax)
    assert bool(voucher.certificate_no) == bool(tax)
    assert desk.owed(producer) == 0
    assert broken(desk.shop.database) == []


def test_the_certificate_says_what_was_withheld_from_whom(desk: Desk) -> None:
    person = terms(desk, new_producer(desk.shop, "CM-0008", **PERSON), wht_rule="work_3")
    company = terms(desk, new_producer(desk.shop, "CM-0009", **COMPANY), wht_rule="government_1")
    vouchers = paid(desk, [(person, 1_500 * BAHT), (company, 12_000 * BAHT)])
    assert [each.certificate_no for each in vouchers] == ["CM-WT690000001", "CM-WT690000002"]
    first, second = (desk.ask(read_certificate, each.certificate_no.lower()) for each in vouchers)
    assert (first.value.form, second.value.form) == ("ภ.ง.ด.3", "ภ.ง.ด.53")
    assert (first.value.income_th, second.value.income_th) == ("ค่าจ้างทำของ", "ค่าซื้อสินค้า")
    assert (first.value.base, first.value.rate_bp, first.value.tax) == (1_500 * BAHT, 300, 45 * BAHT)
    assert (second.value.base, second.value.rate_bp, second.value.tax) == (12_000 * BAHT, 100, 120 * BAHT)
    assert (first.value.paid_on, first.value.voucher_no) == (TOMORROW + DAY, vouchers[0].doc_no)
    assert (first.value.producer, first.value.issued_by) == (person, desk.clerk.name)
    assert first.shop.tax_id == "0994000617721"
    assert desk.ask(read_voucher_paper, vouchers[0].doc_no, at=PAY_DAY).value == vouchers[0]
    assert value(desk.shop.database, "SELECT last_no FROM document_series WHERE kind = 'WHT'") == 2
    with pytest.raises(NotFound):
        desk.ask(read_certificate, vouchers[0].doc_no)
    assert broken(desk.shop.database) == []
