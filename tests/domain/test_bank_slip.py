"""The small QR on a transfer slip."""

import pytest

from otop_pos.domain.bank_slip import BankSlip, read_bank_slip
from otop_pos.domain.emv_qr import field, with_crc
from otop_pos.domain.errors import NotABankSlip, UnreadableCode

EXAMPLE = "004000060000010103002021900021231231212000115102TH91049C30"


def slip(bank: str = "004", reference: str = "016218195650BPP03857", api: str = "000001") -> str:
    inner = field("00", api) + field("01", bank) + field("02", reference)
    return with_crc(field("00", inner) + field("51", "TH"), "91")


@pytest.mark.parametrize(
    ("text", "bank_code", "reference"),
    [
        (EXAMPLE, "002", "0002123123121200011"),
        (f" {EXAMPLE}\r", "002", "0002123123121200011"),
        ("004100060000010103014022000111222233344ABCD125102TH910417DF", "014", "00111222233344ABCD12"),
        ("0046000600000101030140225202212315HrxrtS8e9LSq4xIR5102TH91048BAE", "014", "202212315HrxrtS8e9LSq4xIR"),
        ("0046000600000101030250225KSA00000000951560434407ac5102TH9104F69B", "025", "KSA00000000951560434407ac"),
        ("0041000600000101030040220016218195650BPP038575102TH9104554A", "004", "016218195650BPP03857"),
        ("0039000600000101030690218TR02210131120044825102TH91043284", "069", "TR0221013112004482"),
    ],
)
def test_slips_of_many_banks_are_read(text: str, bank_code: str, reference: str) -> None:
    assert read_bank_slip(text) == BankSlip(bank_code, reference)


def test_a_sum_without_its_leading_zero_is_read() -> None:
    """Banks print it under length 04 as well as under 03."""
    shortened = 0
    for number in range(200):
        reference = f"016218195{number:03d}BPP03857"
        text = slip(reference=reference)
        body, crc = text[:-8], text[-4:].lstrip("0")
        shortened += len(crc) < 4
        for short in (f"{body}9104{crc}", f"{body}91{len(crc):02d}{crc}"):
            assert read_bank_slip(short).reference == reference
    assert shortened


def test_a_slip_scanned_with_the_thai_keyboard_on_is_read() -> None:
    typed = "จจภจจจจุจจจจจๅจๅจ-จจ/จ/ๅตจจจ/ๅ/-ๅ/-ๅ/ๅ/จจจๅๅถๅจ/ธ็ตๅจภต" + "ฉ" + "-จ"
    assert read_bank_slip(typed) == BankSlip("002", "0002123123121200011")


@pytest.mark.parametrize(
    "text",
    [
        "",
        EXAMPLE[:-1],
        EXAMPLE.replace("9C30", "9C31"),
        EXAMPLE.replace("0011", "0012"),
        "2000000011905",
        "ผ้าไหม",
        "00020101021129370016A000000677010111011300668012345675802TH530376463046197",
    ],
)
def test_a_damaged_slip_is_refused(text: str) -> None:
    with pytest.raises(UnreadableCode):
        read_bank_slip(text)


@pytest.mark.parametrize(
    "text",
    [
        slip(api="000002"),
        slip(bank="04"),
        slip(bank="abc"),
        slip(reference=""),
        slip(reference="=1+1"),
        with_crc(field("51", "TH"), "91"),
    ],
)
def test_a_sound_code_that_is_no_slip_is_refused(text: str) -> None:
    with pytest.raises(NotABankSlip):
        read_bank_slip(text)
