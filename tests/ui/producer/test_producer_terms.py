"""New terms: every box, and beside them what the last sales would have brought."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

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
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category
from otop_pos.services.agreement import list_agreements
from otop_pos.services.producer import add_producer
from tests.factories import TODAY
from tests.ui.hands import press, type_slowly

KEY = Qt.Key


@pytest.fixture
def terms(page):
    page.show_part("terms")
    return page.terms


@pytest.fixture
def panel(terms):
    """Two shawls were sold under 25 %; new terms are being typed."""
    press(terms.window(), KEY.Key_F3)
    assert terms.panel.is_open
    return terms.panel


def due(panel) -> tuple[int, int]:
    total = panel.rehearsal.rehearsal.total
    return total.posted.due, total.rehearsed.due


def agreed(shop):
    return shop.database.run(list_agreements, shop.weaver.id)


def test_the_agreement_is_told_in_plain_words(terms):
    words = [terms.sentences.itemAt(number).widget().text() for number in range(terms.sentences.count() - 1)]
    assert words[0] == "•  The centre keeps 25% of the price before VAT"
    assert "•  Discounts are borne by the centre" in words


def test_terms_being_typed_are_rehearsed_beside_them_and_then_signed(terms, producers, shop, qtbot):
    shop.sell(("P000001", 2_000))
    press(terms.window(), KEY.Key_F3)
    panel = terms.panel
    assert due(panel) == (150_000, 150_000)
    assert QApplication.focusWidget() is panel.rate.percent
    panel.rate.percent.selectAll()
    type_slowly(terms.window(), "30")
    qtbot.waitUntil(lambda: due(panel) == (150_000, 140_000), timeout=3000)
    assert ("Producer", "1,500.00 → 1,400.00  (−100.00)") in panel.rehearsal.sums.texts()
    assert len(agreed(shop)) == 1
    press(terms.window(), KEY.Key_F12)
    new, old = agreed(shop)
    assert (new.version, new.rates[0].rate.basis_points, new.valid_from) == (2, 3000, TODAY + timedelta(days=1))
    assert old.valid_to == TODAY
    assert "version 2" in producers.message_bar.text()


def test_everything_of_the_terms_can_be_entered(panel, shop):
    panel.number.setText("7/2569")
    panel.since.show_value(TODAY + timedelta(days=30))
    panel.rate.show_rate(Rate(RateMethod.PERCENT_MIN, 1500, 40_000, RateBase.AFTER_VAT))
    for box, choice in (
        (panel.discounts, Bearer.SHARED),
        (panel.losses, Bearer.PRODUCER),
        (panel.end, EndAction.DONATE),
        (panel.cycle, PayoutCycle.TWICE_MONTHLY),
        (panel.tax, TaxMode.COMMISSION_ONLY),
        (panel.withheld, "work_3"),
    ):
        box.choose(choice)
    panel.term_days.setText("๙๐")
    panel.grace_days.setText("7")
    panel.hold_days.setText("10")
    panel.least.setText("500")
    press(panel.window(), KEY.Key_F6)
    panel.rows[0].reach.choose(f"category {Category.FOOD}")
    panel.rows[0].rate.show_rate(Rate(basis_points=1000))
    press(panel.window(), KEY.Key_F6)
    panel.rows[1].reach.choose(f"product {shop.cloth.id}")
    panel.rows[1].rate.show_rate(Rate(RateMethod.FIXED_DUE, amount=70_000))
    press(panel.window(), KEY.Key_F12)
    new = agreed(shop)[0]
    assert new.rates == (
        AgreementRate(Rate(RateMethod.PERCENT_MIN, 1500, 40_000, RateBase.AFTER_VAT)),
        AgreementRate(Rate(basis_points=1000), category=Category.FOOD),
        AgreementRate(Rate(RateMethod.FIXED_DUE, amount=70_000), product_id=shop.cloth.id),
    )
    assert (new.number, new.valid_from, new.term_days, new.grace_days) == ("7/2569", TODAY + timedelta(30), 90, 7)
    assert (new.discount_policy, new.loss_policy, new.end_action) == (
        Bearer.SHARED,
        Bearer.PRODUCER,
        EndAction.DONATE,
    )
    assert (new.cycle, new.min_payout, new.hold_days) == (PayoutCycle.TWICE_MONTHLY, 50_000, 10)
    assert (new.tax_mode, new.wht_rule) == (TaxMode.COMMISSION_ONLY, "work_3")


def test_the_form_starts_with_the_terms_of_now_and_a_rate_can_be_taken_off(terms, panel, shop):
    press(panel.window(), KEY.Key_F6)
    press(panel.window(), KEY.Key_F12)
    press(terms.window(), KEY.Key_F3)
    assert len(panel.rows) == 1
    panel.rows[0].off.click()
    panel.since.show_value(TODAY + timedelta(days=60))
    press(panel.window(), KEY.Key_F12)
    assert len(agreed(shop)[0].rates) == 1


@pytest.mark.parametrize(
    ("box", "text", "word"),
    [("percent", "250", "250"), ("percent", "", "Share of the centre"), ("percent", "ครึ่ง", "ครึ่ง")],
)
def test_terms_that_are_none_are_neither_rehearsed_nor_signed(panel, shop, box, text, word):
    getattr(panel.rate, box).setText(text)
    panel.rehearse()
    assert word in panel.rehearsal.missing.text()
    press(panel.window(), KEY.Key_F12)
    assert panel.is_open
    assert word in panel.message_bar.text()
    assert len(agreed(shop)) == 1


def test_a_day_before_goods_came_in_is_refused_and_the_form_stays(panel, shop):
    panel.since.show_value(TODAY)
    press(panel.window(), KEY.Key_F12)
    assert panel.is_open
    assert panel.save.isEnabled()
    assert len(agreed(shop)) == 1


def test_boxes_the_method_has_no_use_for_are_at_rest(panel):
    rests = {
        RateMethod.PERCENT: (True, False, True),
        RateMethod.FIXED_DUE: (False, True, False),
        RateMethod.PERCENT_MIN: (True, True, True),
    }
    for method, (percent, amount, base) in rests.items():
        panel.rate.method.choose(method)
        boxes = (panel.rate.percent, panel.rate.amount, panel.rate.base)
        assert tuple(box.isEnabled() for box in boxes) == (percent, amount, base)


def test_a_producer_without_terms_signs_the_first_ones_from_today(producers, shop):
    new = shop.database.run(add_producer, Producer("CM-0009", "กลุ่มใหม่"))
    producers.show_producer(new)
    press(producers.window(), KEY.Key_3, Qt.KeyboardModifier.AltModifier)
    terms = producers.page.terms
    assert terms.nothing.isVisible()
    press(producers.window(), KEY.Key_F3)
    press(producers.window(), KEY.Key_F12)
    (first,) = shop.database.run(list_agreements, new.id)
    assert (first.valid_from, first.version) == (TODAY, 1)
    assert replace(first.rates[0].rate, basis_points=0) == Rate()
