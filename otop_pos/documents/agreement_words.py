"""A producer's terms in plain words, for the paper both sign and for the screen read out before."""

from collections.abc import Mapping

from otop_pos.documents.paper_language import PaperLanguage, Say, speaker
from otop_pos.domain.agreement import (
    Agreement,
    AgreementRate,
    Bearer,
    EndAction,
    PayoutCycle,
    Rate,
    RateBase,
    RateMethod,
    TaxMode,
)
from otop_pos.domain.money import format_baht
from otop_pos.domain.product import CATEGORY_EN, CATEGORY_TH

_DISCOUNT = {
    Bearer.CENTRE: ("ส่วนลดศูนย์รับเอง", "discounts are borne by the centre"),
    Bearer.PRODUCER: ("ส่วนลดหักจากส่วนของผู้ผลิต", "discounts are borne by the producer"),
    Bearer.SHARED: ("ส่วนลดรับร่วมกันตามส่วนแบ่ง", "discounts are shared in proportion"),
}
_LOSS = {
    Bearer.CENTRE: ("ของหายหรือเสียหาย ศูนย์ชดใช้ตามมูลค่าที่ตกลง", "the centre pays the agreed value of lost or damaged goods"),
    Bearer.PRODUCER: ("ของหายหรือเสียหาย ผู้ผลิตรับภาระเอง", "the producer bears lost or damaged goods"),
    Bearer.SHARED: ("ของหายหรือเสียหาย รับภาระร่วมกัน", "lost or damaged goods are borne together"),
}
_END = {
    EndAction.RETURN: ("ของที่ขายไม่หมดส่งคืนผู้ผลิต", "unsold goods go back to the producer"),
    EndAction.ASK: ("ของที่ขายไม่หมดโทรถามผู้ผลิตก่อนเสมอ", "for unsold goods the producer is always asked first"),
    EndAction.DONATE: ("ของที่ขายไม่หมดมอบให้การกุศล", "unsold goods are donated"),
}
_CYCLE = {
    PayoutCycle.MONTHLY: ("ขายได้จ่ายทุกสิ้นเดือน", "paid at the end of each month"),
    PayoutCycle.TWICE_MONTHLY: ("ขายได้จ่ายเดือนละสองครั้ง", "paid twice a month"),
    PayoutCycle.WEEKLY: ("ขายได้จ่ายทุกสัปดาห์", "paid every week"),
}
_TAX = {
    TaxMode.NONE: ("", ""),
    TaxMode.FULL_PRICE: (
        "ศูนย์ขายในนามศูนย์และนำส่งภาษีมูลค่าเพิ่มจากราคาขาย",
        "the centre sells in its own name and pays the VAT",
    ),
    TaxMode.COMMISSION_ONLY: ("ศูนย์ขายแทนผู้ผลิต", "the centre sells on behalf of the producer"),
    TaxMode.PRODUCER_VAT: (
        "ศูนย์ขายแทนผู้ผลิต ผู้ผลิตนำส่งภาษีมูลค่าเพิ่มจากราคาขาย",
        "the centre sells on behalf of the producer, who pays the VAT",
    ),
}


def agreement_sentences(
    agreement: Agreement, language: PaperLanguage = "th", products: Mapping[int, str] | None = None
) -> tuple[str, ...]:
    """Everything a producer should have heard before signing: split, discount, loss, pay, term, tax.

    `products`: names of the products that have a rate of their own, by id.
    """
    say = speaker(language)
    wordings = (
        *split_sentences(agreement, language, products),
        say(*_DISCOUNT[agreement.discount_policy]),
        say(*_LOSS[agreement.loss_policy]),
        _payout(agreement, say),
        term_sentence(agreement, language),
        say(*_TAX[agreement.tax_mode]),
    )
    return tuple(wording[:1].upper() + wording[1:] for wording in wordings if wording)


def split_sentences(
    agreement: Agreement, language: PaperLanguage = "th", products: Mapping[int, str] | None = None
) -> tuple[str, ...]:
    """'ศูนย์ได้ 25% ของราคาก่อนภาษี', the default first, then categories and products that differ."""
    say = speaker(language)
    default_first = sorted(agreement.rates, key=lambda each: (each.product_id is not None, each.category is not None))
    return tuple(_reach(each, say, products or {}) + _split(each.rate, agreement, say) for each in default_first)


def loss_sentence(agreement: Agreement, language: PaperLanguage = "th") -> str:
    return speaker(language)(*_LOSS[agreement.loss_policy])


def term_sentence(agreement: Agreement, language: PaperLanguage = "th") -> str:
    say = speaker(language)
    days = say(f"ฝากขายได้ {agreement.term_days} วัน", f"goods stay for {agreement.term_days} days")
    grace = say(f"ผ่อนผันอีก {agreement.grace_days} วัน", f"and {agreement.grace_days} days of grace")
    return " ".join(
        (days, grace, say(*_END[agreement.end_action]))
        if agreement.grace_days
        else (days, say(*_END[agreement.end_action]))
    )


def _split(rate: Rate, agreement: Agreement, say: Say) -> str:
    amount = format_baht(rate.amount)
    if rate.method is RateMethod.FIXED_DUE:
        return say(f"ผู้ผลิตได้หน่วยละ {amount} บาท", f"the producer gets {amount} baht per unit")
    percent = f"{rate.basis_points / 100:g}%"
    # Without VAT of the centre or the producer on the price there is only one price to share.
    has_vat = agreement.tax_mode in (TaxMode.FULL_PRICE, TaxMode.PRODUCER_VAT)
    is_before = has_vat and rate.base is RateBase.BEFORE_VAT
    base = say("ราคาก่อนภาษี", "the price before VAT") if is_before else say("ราคาขาย", "the price")
    split = say(f"ศูนย์ได้ {percent} ของ{base}", f"the centre keeps {percent} of {base}")
    if rate.method is RateMethod.PERCENT_MIN:
        split += say(f" แต่ผู้ผลิตได้ไม่ต่ำกว่าหน่วยละ {amount} บาท", f", the producer never less than {amount} baht per unit")
    return split


def _reach(rate: AgreementRate, say: Say, products: Mapping[int, str]) -> str:
    if rate.product_id is not None:
        return f"{products.get(rate.product_id, say('สินค้าเฉพาะ', 'certain goods'))}: "
    if rate.category is not None:
        return f"{say(CATEGORY_TH[rate.category], CATEGORY_EN[rate.category])}: "
    return ""


def _payout(agreement: Agreement, say: Say) -> str:
    parts = [say(*_CYCLE[agreement.cycle])]
    if agreement.min_payout:
        amount = format_baht(agreement.min_payout)
        parts.append(say(f"เมื่อยอดถึง {amount} บาท", f"from {amount} baht"))
    if agreement.hold_days:
        parts.append(
            say(f"พักยอดไว้ {agreement.hold_days} วันหลังขาย", f"held for {agreement.hold_days} days after the sale")
        )
    return " ".join(parts)
