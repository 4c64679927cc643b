"""The payment QR: public vectors written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.emv_qr import field, with_crc
from otop_pos.domain.errors import BadPaymentReference, BadPromptPayId, NotANumber, UnreadableCode
from otop_pos.domain.money import LARGEST_AMOUNT
from otop_pos.domain.promptpay import PaymentCode, biller_payload, promptpay_payload, read_payload

MOBILE = "00020101021129370016A000000677010111011300668012345675802TH530376463046197"
TAX_ID = "00020101021129370016A000000677010111021311111111111115802TH530376463047B5A"
WALLET = "00020101021129390016A00000067701011103150123456789012345802TH530376463049781"
WITH_AMOUNT = "00020101021229370016A000000677010111011300660000000005802TH530376454044.226304E469"

ANY_ORDER = (
    "0002010102025802TH62140710BBB000000230870016A0000006770101120115012345678901234022018100000000001213737"
    "032078000000010000000001530376454041.0063040858"
)
WITH_TERMINAL = (
    "00020101021230640016A0000006770101120115010553509091205020720661140310W22932935553037645406200.00"
    "5802TH62070703PRF63040C86"
)
TWO_SCHEMES = (
    "00020101021130810016A00000067701011201150107536000315080214KB0000016416840320KPS004KB000001641684"
    "31690016A00000067701011301030040214KB0000016416840420KPS004KB00000164168453037645802TH6304A14E"
)


@pytest.mark.parametrize(
    ("target", "amount", "payload"),
    [
        ("0801234567", 0, MOBILE),
        ("080-123-4567", 0, MOBILE),
        ("080 123 4567", 0, MOBILE),
        ("+66 80 123 4567", 0, MOBILE),
        ("๐๘๐๑๒๓๔๕๖๗", 0, MOBILE),
        ("1111111111111", 0, TAX_ID),
        ("1-1111-11111-11-1", 0, TAX_ID),
        ("012345678901234", 0, WALLET),
        ("0000000000", 422, WITH_AMOUNT),
    ],
)
def test_public_vectors_are_written(target: str, amount: int, payload: str) -> None:
    assert promptpay_payload(target, amount) == payload


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (MOBILE, PaymentCode("mobile", "0801234567")),
        (TAX_ID, PaymentCode("tax_id", "1111111111111")),
        (WALLET, PaymentCode("wallet", "012345678901234")),
        (WITH_AMOUNT, PaymentCode("mobile", "0000000000", 422)),
        (f"  {MOBILE}\r\n", PaymentCode("mobile", "0801234567")),
        (
            "00020101021229370016A0000006770101110113006680111111153037645802TH540520.15630442BE",
            PaymentCode("mobile", "0801111111", 2_015),
        ),
        (
            ANY_ORDER,
            PaymentCode("biller", "012345678901234", 100, "18100000000001213737", "78000000010000000001", "BBB0000002"),
        ),
        (
            WITH_TERMINAL,
            PaymentCode("biller", "010553509091205", 20_000, "2066114", "W229329355", "PRF"),
        ),
        (
            TWO_SCHEMES,
            PaymentCode("biller", "010753600031508", 0, "KB000001641684", "KPS004KB000001641684"),
        ),
    ],
    ids=["mobile", "tax id", "wallet", "amount", "line end", "53 first", "any order", "terminal", "another scheme too"],
)
def test_public_vectors_are_read_in_any_order(payload: str, code: PaymentCode) -> None:
    assert read_payload(payload) == code


@pytest.mark.parametrize(
    ("target", "amount", "amount_field"),
    [
        ("0801234567", 42_000, "5406420.00"),
        ("0801234567", 5, "54040.05"),
        ("0801234567", LARGEST_AMOUNT, "541199999999.99"),
    ],
)
def test_the_amount_is_written_in_baht(target: str, amount: int, amount_field: str) -> None:
    payload = promptpay_payload(target, amount)
    assert f"5303764{amount_field}6304" in payload
    assert payload.startswith("000201010212")


def test_without_an_amount_the_code_can_be_used_again_and_again() -> None:
    assert promptpay_payload("0801234567").startswith("000201010211")
    assert "5303764" + "54" not in promptpay_payload("0801234567")


def test_the_till_is_named_where_the_bank_shows_it() -> None:
    payload = promptpay_payload("0994000617721", 42_000, "CM01")
    assert "62080704CM01" in payload
    assert read_payload(payload) == PaymentCode("tax_id", "0994000617721", 42_000, terminal="CM01")


@pytest.mark.parametrize(
    "target",
    [
        "",
        "08012345",
        "8012345678",
        "08012345678",
        "66801234567",
        "99400061772",
        "012345678901",
        "0801234567x",
        "ศูนย์",
        "+1 555 123 4567",
    ],
)
def test_what_is_no_promptpay_number_is_refused_with_its_text(target: str) -> None:
    with pytest.raises(BadPromptPayId) as refused:
        promptpay_payload(target)
    assert refused.value.text == target


@pytest.mark.parametrize("amount", [-1, LARGEST_AMOUNT + 1])
def test_an_impossible_amount_makes_no_code(amount: int) -> None:
    with pytest.raises(NotANumber):
        promptpay_payload("0801234567", amount)


def test_a_biller_is_paid_with_references() -> None:
    payload = biller_payload("0994000617721 00", "CM0169", "690004512", 42_000, "CM01")
    account = "0016A00000067701011201150994000617721000206CM01690309690004512"
    assert f"30{len(account)}{account}5802TH53037645406420.0062080704CM016304" in payload
    assert read_payload(payload) == PaymentCode("biller", "099400061772100", 42_000, "CM0169", "690004512", "CM01")


def test_a_second_reference_and_the_amount_may_be_missing() -> None:
    code = read_payload(biller_payload("099400061772100", "CM0169"))
    assert code == PaymentCode("biller", "099400061772100", 0, "CM0169")


@pytest.mark.parametrize("reference", ["", "cm01", "CM-01", "ก", "X" * 21, "A B"])
def test_a_reference_the_bank_would_not_take_is_refused(reference: str) -> None:
    with pytest.raises(BadPaymentReference):
        biller_payload("099400061772100", reference)


def test_a_bad_second_reference_is_refused_too() -> None:
    with pytest.raises(BadPaymentReference):
        biller_payload("099400061772100", "CM01", "no-1")


@pytest.mark.parametrize("biller", ["0994000617721", "", "09940006177210A"])
def test_a_biller_has_fifteen_digits(biller: str) -> None:
    with pytest.raises(BadPromptPayId):
        biller_payload(biller, "CM01")


def _scheme(scheme: str, country: str = "TH") -> str:
    account = field("29", field("00", scheme) + field("01", "0066801234567"))
    return with_crc(field("00", "01") + account + field("58", country), "63")


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "https://example.com",
        "2000000011905",
        "00020101021229370016A0000006770101110113006680111111153037645802TH540520.156304FFFF",
        MOBILE[:-1],
        MOBILE.replace("66801", "66802"),
        MOBILE + "00",
        "004000060000010103002021900021231231212000115102TH91049C30",
        _scheme("A000000677010199"),
        _scheme("A000000677010111", "SG"),
        with_crc(field("00", "01") + field("58", "TH"), "63"),
        with_crc(field("29", field("00", "A000000677010111")) + field("58", "TH"), "63"),
        with_crc(field("30", field("00", "A000000677010112") + field("01", "1")) + field("58", "TH"), "63"),
        with_crc(field("29", field("00", "A000000677010111") + field("01", "0066801234567")) + "54013" + "58TH", "63"),
        with_crc(field("29", "0016A0") + field("58", "TH"), "63"),
    ],
)
def test_a_code_that_is_broken_or_another_is_refused(payload: str) -> None:
    with pytest.raises(UnreadableCode):
        read_payload(payload)


def test_an_amount_that_is_no_amount_is_refused() -> None:
    account = field("29", field("00", "A000000677010111") + field("01", "0066801234567"))
    with pytest.raises(UnreadableCode):
        read_payload(with_crc(account + field("54", "-5.00") + field("58", "TH"), "63"))


def test_a_sum_printed_without_its_leading_zero_is_still_right() -> None:
    shortened = 0
    for amount in range(1, 200):
        payload = promptpay_payload("0801234567", amount)
        body, crc = payload[:-8], payload[-4:].lstrip("0")
        shortened += len(crc) < 4
        for text in (f"{body}6304{crc}", f"{body}63{len(crc):02d}{crc}", f"{body}6304{crc.lower()}"):
            assert read_payload(text).amount == amount
    assert shortened


@given(
    st.from_regex(r"0[0-9]{9}|[0-9]{13}|[0-9]{15}", fullmatch=True),
    st.integers(0, LARGEST_AMOUNT),
    st.from_regex(r"[A-Z0-9]{0,20}", fullmatch=True),
)
def test_every_code_reads_back(target: str, amount: int, terminal: str) -> None:
    code = read_payload(promptpay_payload(target, amount, terminal))
    assert (code.target, code.amount, code.terminal) == (target, amount, terminal)
