"""The voucher: the sum in digits and words, who did what, and whether money moved at all."""

from dataclasses import replace

import pytest

from otop_pos.documents.voucher_pdf import voucher_pdf
from otop_pos.domain.voucher import Voucher, VoucherState
from tests.documents.papers import HARD_THAI, HOSTILE, producer, shop, training_shop
from tests.documents.reading import letters_outside, page_texts, pages, squeezed, text
from tests.documents.statements import LONG_NAME, MOST, account, shared_voucher, voucher

MINUS = "\N{MINUS SIGN}"


def test_every_field_is_on_the_paper() -> None:
    words = squeezed(voucher_pdf(voucher(), shop()))
    for field in (
        "ใบสำคัญจ่าย",
        "เลขที่CM-PV690000011",
        "วันที่2ตุลาคม2569",
        "ต้นฉบับ",
        "กลุ่มทอผ้าบ้านตาล",
        "เลขประจำตัวผู้เสียภาษี0994000617721",
        "ใบสรุปยอดฝากขายเลขที่CM-0042-S0007",
        "12,500.00",
        f"ภาษีหักณที่จ่าย1%ค่าซื้อสินค้าจากฐาน12,500.00{MINUS}125.00",
        "หนังสือรับรองการหักภาษีณที่จ่ายเลขที่CM-WT690000002",
        "จ่ายสุทธิ(บาท)12,375.00(หนึ่งหมื่นสองพันสามร้อยเจ็ดสิบห้าบาทถ้วน)",
        "โอนเข้าบัญชีธ.ก.ส.เลขที่บัญชี020-0-12345-6",
        "ชื่อบัญชีกลุ่มทอผ้าบ้านตาลโดยนางคำแปงใจดี",
        "พร้อมเพย์0812345678",
        "เลขที่อ้างอิง014202610021234567",
        "ชุดโอนเลขที่CM-PB690000003",
        "(สมศักดิ์)ผู้จัดทำวันที่1ตุลาคม2569",
        "(วิไล)ผู้อนุมัติวันที่1ตุลาคม2569",
        "(พิมพ์ใจ)ผู้จ่ายเงินวันที่2ตุลาคม2569",
        "ผู้รับเงิน",
    ):
        assert field in words, field


def test_each_member_has_a_share_and_a_place_to_sign() -> None:
    words = squeezed(voucher_pdf(shared_voucher(), shop()))
    for row in ("1นางคำแปงใจดี33.33%416.63", "2นางบัวผันศรีวิชัย33.34%416.75", "3นางจันทร์เพ็ญปั้นน้ำผึ้ง33.33%416.62"):
        assert row in words
    assert "รวม100%1,250.00" in words
    assert "เงินสด" in words
    assert "ภาษีหักณที่จ่าย(ไม่มี)0.00" in words


def test_a_large_group_goes_over_pages_and_its_sum_stands_with_its_last_member() -> None:
    papers = page_texts(voucher_pdf(shared_voucher(60), shop()))
    assert len(papers) > 2
    assert all("ลงชื่อรับเงิน" in page for page in papers)
    assert "60 นาง" in papers[-1]
    assert "รวม 100%" in papers[-1]
    assert "ผู้รับเงิน" in papers[-1]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (VoucherState.PREPARED, "รออนุมัติ ยังไม่จ่าย"),
        (VoucherState.APPROVED, "อนุมัติแล้ว ยังไม่จ่าย"),
        (VoucherState.FAILED, "จ่ายไม่สำเร็จ"),
        (VoucherState.CANCELLED, "ยกเลิก"),
        (VoucherState.REVERSED, "ยกเลิกการจ่าย"),
    ],
)
def test_a_voucher_that_is_not_paid_says_so(state: VoucherState, said: str) -> None:
    assert said in text(voucher_pdf(voucher(state=state), shop()))
    assert said not in text(voucher_pdf(voucher(), shop()))


def test_what_is_not_done_yet_is_left_to_the_pen() -> None:
    nobody: dict[str, object] = {
        "approved_by": "",
        "approved_at": None,
        "paid_by": "",
        "paid_at": None,
        "paid_on": None,
    }
    words = text(voucher_pdf(voucher(state=VoucherState.PREPARED, **nobody), shop()))
    assert "วันที่ 1 ตุลาคม 2569" in words
    assert words.count("......../......../........") == 3


def test_a_copy_says_so() -> None:
    assert "สำเนา" in text(voucher_pdf(voucher(), shop(), copy="สำเนา ครั้งที่ 1"))


def test_english_stands_beside_thai_where_it_is_asked_for() -> None:
    both = text(voucher_pdf(shared_voucher(), shop(), "th-en"))
    for word in ("Net payment (baht)", "Cash", "Members' shares", "Payee"):
        assert word in both
        assert word not in text(voucher_pdf(shared_voucher(), shop()))


@pytest.mark.parametrize("value", [voucher(), shared_voucher(60)], ids=["bank", "shared"])
def test_the_longest_names_and_sums_stay_on_the_page(value: Voucher) -> None:
    huge = replace(
        value,
        producer=producer(name_th=LONG_NAME, name_en="W" * 120, address=LONG_NAME),
        gross=MOST,
        net=MOST,
        prepared_by=LONG_NAME,
        account=account(account_name="W" * 120, account="9" * 30),
        reference="9" * 60,
        remark=LONG_NAME,
        shares=tuple(replace(share, name=LONG_NAME, amount=MOST) for share in value.shares),
    )
    assert list(letters_outside(voucher_pdf(huge, shop(), "th-en"))) == []


@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE])
def test_names_are_only_text(name: str) -> None:
    paper = voucher_pdf(voucher(producer=producer(name_th=name), remark=name, prepared_by=name), shop())
    assert squeezed(paper).count("".join(name.split())) >= 2


def test_training_says_so_and_the_same_voucher_is_the_same_file() -> None:
    assert "TRAINING" in text(voucher_pdf(voucher(), training_shop()))
    assert voucher_pdf(voucher(), shop()) == voucher_pdf(voucher(), shop())
    assert pages(voucher_pdf(voucher(), shop())) == 1
