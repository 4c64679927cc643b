"""Terms as a producer hears them."""

import pytest

from otop_pos.documents.agreement_words import (
    agreement_sentences,
    loss_sentence,
    split_sentences,
    term_sentence,
)
from otop_pos.domain.agreement import (
    AgreementRate,
    Bearer,
    EndAction,
    PayoutCycle,
    Rate,
    RateBase,
    RateMethod,
    TaxMode,
)
from otop_pos.domain.product import Category
from tests.documents.papers import agreement


@pytest.mark.parametrize(
    ("rate", "tax_mode", "thai", "english"),
    [
        (
            Rate(basis_points=2500),
            TaxMode.FULL_PRICE,
            "ศูนย์ได้ 25% ของราคาก่อนภาษี",
            "the centre keeps 25% of the price before VAT",
        ),
        (Rate(basis_points=2500), TaxMode.NONE, "ศูนย์ได้ 25% ของราคาขาย", "the centre keeps 25% of the price"),
        (
            Rate(basis_points=3333),
            TaxMode.COMMISSION_ONLY,
            "ศูนย์ได้ 33.33% ของราคาขาย",
            "the centre keeps 33.33% of the price",
        ),
        (
            Rate(basis_points=2000, base=RateBase.AFTER_VAT),
            TaxMode.PRODUCER_VAT,
            "ศูนย์ได้ 20% ของราคาขาย",
            "the centre keeps 20% of the price",
        ),
        (
            Rate(RateMethod.FIXED_DUE, amount=15000),
            TaxMode.NONE,
            "ผู้ผลิตได้หน่วยละ 150.00 บาท",
            "the producer gets 150.00 baht per unit",
        ),
        (
            Rate(RateMethod.PERCENT_MIN, 2500, 15000),
            TaxMode.NONE,
            "ศูนย์ได้ 25% ของราคาขาย แต่ผู้ผลิตได้ไม่ต่ำกว่าหน่วยละ 150.00 บาท",
            "the centre keeps 25% of the price, the producer never less than 150.00 baht per unit",
        ),
    ],
)
def test_the_split_is_said_in_one_sentence(rate: Rate, tax_mode: TaxMode, thai: str, english: str) -> None:
    terms = agreement(rates=(AgreementRate(rate),), tax_mode=tax_mode)
    assert split_sentences(terms) == (thai,)
    assert split_sentences(terms, "en") == (english,)


def test_the_default_comes_first_then_what_differs() -> None:
    rates = (
        AgreementRate(Rate(basis_points=1000), product_id=7),
        AgreementRate(Rate(basis_points=2000), category=Category.FOOD),
        AgreementRate(Rate(basis_points=2500)),
    )
    assert split_sentences(agreement(rates=rates, tax_mode=TaxMode.NONE), "th", {7: "ย่าม"}) == (
        "ศูนย์ได้ 25% ของราคาขาย",
        "อาหาร: ศูนย์ได้ 20% ของราคาขาย",
        "ย่าม: ศูนย์ได้ 10% ของราคาขาย",
    )


def test_a_product_not_named_is_still_told_apart() -> None:
    rates = (AgreementRate(Rate(basis_points=2500)), AgreementRate(Rate(basis_points=1000), product_id=7))
    assert split_sentences(agreement(rates=rates))[1].startswith("สินค้าเฉพาะ: ")


def test_the_term_says_what_happens_after_it() -> None:
    assert term_sentence(agreement()) == "ฝากขายได้ 180 วัน ผ่อนผันอีก 14 วัน ของที่ขายไม่หมดโทรถามผู้ผลิตก่อนเสมอ"
    short = agreement(term_days=30, grace_days=0, end_action=EndAction.RETURN)
    assert term_sentence(short) == "ฝากขายได้ 30 วัน ของที่ขายไม่หมดส่งคืนผู้ผลิต"


def test_everything_is_said_before_signing() -> None:
    terms = agreement(
        discount_policy=Bearer.SHARED, cycle=PayoutCycle.WEEKLY, min_payout=50000, hold_days=7, tax_mode=TaxMode.NONE
    )
    assert agreement_sentences(terms) == (
        "ศูนย์ได้ 25% ของราคาขาย",
        "ส่วนลดรับร่วมกันตามส่วนแบ่ง",
        "ของหายหรือเสียหาย ศูนย์ชดใช้ตามมูลค่าที่ตกลง",
        "ขายได้จ่ายทุกสัปดาห์ เมื่อยอดถึง 500.00 บาท พักยอดไว้ 7 วันหลังขาย",
        "ฝากขายได้ 180 วัน ผ่อนผันอีก 14 วัน ของที่ขายไม่หมดโทรถามผู้ผลิตก่อนเสมอ",
    )


def test_english_sentences_begin_with_a_capital() -> None:
    assert all(sentence[0].isupper() for sentence in agreement_sentences(agreement(), "en"))


@pytest.mark.parametrize("bearer", Bearer)
def test_every_loss_policy_has_its_sentence_in_both_languages(bearer: Bearer) -> None:
    terms = agreement(loss_policy=bearer)
    assert loss_sentence(terms) != loss_sentence(terms, "en")
