"""New makers, agreements and goods on the spot, without leaving the desk."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.producer import Producer, ProducerKind
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import Unit
from otop_pos.domain.standard import StandardKind
from otop_pos.domain.vat import VatClass
from otop_pos.services.producer import add_producer, find_producers, read_agreement
from otop_pos.services.product import find_products
from otop_pos.services.receiving import list_grns, read_grn
from otop_pos.ui.receiving.standard_words import read_standard
from tests.factories import TODAY
from tests.ui.hands import press, scan, type_slowly

ENTER, ESC, F3, F12 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F3, Qt.Key.Key_F12
TAB = Qt.Key.Key_Tab


def keys(window, *typed):
    """Each text with its Enter; a key is pressed."""
    for each in typed:
        if isinstance(each, str):
            type_slowly(window, each, enter=True)
        else:
            press(window, each)


def found(shop, use_case, text):
    return shop.database.run(use_case, text)


@pytest.fixture
def new_maker(receiving):
    """Name, phone, village by search, 30 %; single owner, code as proposed, no English name."""
    press(receiving.window(), F3)
    receiving.producer_panel.kind.choose(ProducerKind.SINGLE_OWNER)
    keys(receiving.window(), "บ้านจักสาน", "081 234 5678", "บ้านตาล", "๓๐")
    return receiving


def test_a_new_maker_is_registered_and_signed_by_keyboard_and_stands_at_the_desk(new_maker, shop):
    (maker,) = found(shop, find_producers, "จักสาน")
    assert (maker.code, maker.phone, maker.kind) == ("CM-0003", "081 234 5678", ProducerKind.SINGLE_OWNER)
    assert (maker.place.code, maker.place.amphoe_th, maker.place.postcode) == ("501603", "ฮอด", "50240")
    agreement = shop.database.run(read_agreement, maker.id, TODAY)
    assert agreement.rates[0].rate.basis_points == 3000
    assert agreement.tax_mode is TaxMode.FULL_PRICE
    assert new_maker.is_counting
    assert new_maker.delivery.draft.producer == maker


def test_a_shop_without_vat_signs_without_vat(receiving, desk, shop):
    desk.shop = replace(desk.shop, vat_registered=False)
    keys(receiving.window(), F3, "บ้านจักสาน", F12)
    (maker,) = found(shop, find_producers, "จักสาน")
    assert shop.database.run(read_agreement, maker.id, TODAY).tax_mode is TaxMode.NONE


def test_new_maker_new_goods_and_their_delivery_in_one_go(new_maker, shop):
    window = new_maker.window()
    to_craft, to_box = [Qt.Key.Key_Right] * 3, [Qt.Key.Key_Right]
    assert new_maker.product_panel.is_open
    type_slowly(window, "กระเป๋าสาน")
    keys(window, TAB, TAB, TAB, *to_craft, ENTER, *to_box, ENTER)
    new_maker.product_panel.stand_on(new_maker.product_panel.delivered)
    keys(window, "5", "๔๕๐", "")
    (bag,) = found(shop, find_products, "กระเป๋าสาน")
    assert (bag.category, bag.unit, bag.price) == (Category.CRAFT, Unit.BOX, 45_000)
    assert (bag.shelf_life_days, bag.vat_class) == (None, VatClass.V7)
    press(window, F12)
    grn = shop.database.run(read_grn, max(brief.doc_no for brief in shop.database.run(list_grns)))
    assert [(line.product.sku, line.accepted) for line in grn.lines] == [(bag.sku, 5_000)]
    assert grn.lines[0].due_per_unit == 29_439


def test_goods_that_expire_are_asked_for_their_day(counting, shop):
    window = counting.window()
    press(window, F3)
    counting.product_panel.keeps.setText("๑๘๐")
    keys(window, "ชากุหลาบ", "", "150", "")
    (tea,) = found(shop, find_products, "ชากุหลาบ")
    assert tea.shelf_life_days == 180
    keys(window, "10", "", "")
    assert QApplication.focusWidget() is counting.delivery.view.table.editor.expires
    assert "Expiry date not typed: ชากุหลาบ" in counting.delivery.view.reading.warning.text()
    keys(window, "30/6/2570")
    assert counting.delivery.view.reading.warning.text() == ""
    assert counting.delivery.draft.lines[0].goods.expires_on == date(2027, 6, 30)


def test_a_barcode_nobody_knows_becomes_the_code_of_new_goods(counting, shop):
    scan(counting.window(), "8850000000029")
    counting.message_bar._action.click()
    assert counting.product_panel.code.text() == "8850000000029"
    keys(counting.window(), "เสื่อกก", F12)
    assert "Selling price" in counting.product_panel.message_bar.text()
    keys(counting.window(), "250")
    (mat,) = found(shop, find_products, "8850000000029")
    assert (mat.name_th, counting.product_panel.is_open) == ("เสื่อกก", True)
    assert counting.delivery.draft.lines[0].product == mat


def test_a_barcode_scanned_over_the_form_is_written_into_it(counting):
    press(counting.window(), F3)
    type_slowly(counting.window(), "เสื่อ")
    scan(counting.window(), "8850000000029")
    assert counting.product_panel.name.text() == "เสื่อ"
    assert counting.product_panel.code.text() == "8850000000029"


def test_a_maker_without_a_name_is_not_saved_and_the_box_is_named(receiving, shop):
    keys(receiving.window(), F3, F12)
    assert receiving.producer_panel.message_bar.text() == "Please fill in: Name of the maker"
    assert QApplication.focusWidget() is receiving.producer_panel.name
    assert len(found(shop, find_producers, "")) == 2


@pytest.mark.parametrize(
    ("share", "sentence"),
    [
        ("a quarter", "Share of the centre %: “a quarter” is not a number"),
        ("250", "Share of the centre %: “250” does not fit. Type a number from 0 to 100"),
        (" ", "Please fill in: Share of the centre %"),
    ],
)
def test_a_share_that_is_none_is_refused_and_nothing_is_saved(receiving, shop, share, sentence):
    keys(receiving.window(), F3, "บ้านจักสาน")
    receiving.producer_panel.share.setText(share)
    press(receiving.window(), F12)
    assert sentence in receiving.producer_panel.message_bar.text()
    assert found(shop, find_producers, "จักสาน") == ()


def test_a_village_that_was_not_chosen_is_refused(receiving, shop):
    keys(receiving.window(), F3, "บ้านจักสาน")
    receiving.producer_panel.place.setText("บ้านไหนก็ไม่รู้")
    press(receiving.window(), F12)
    assert "Village" in receiving.producer_panel.message_bar.text()
    assert found(shop, find_producers, "จักสาน") == ()


def test_another_language_keeps_the_village_and_all_that_was_typed(receiving, front, shop):
    keys(front.window, F3, "บ้านจักสาน", "", "บ้านตาล")
    panel = receiving.producer_panel
    front.window.speak("th")
    assert panel.place.text() == "ต.บ้านตาล อ.ฮอด จ.เชียงใหม่ 50240"
    assert panel.name.text() == "บ้านจักสาน"
    press(front.window, F12)
    assert receiving.delivery.draft.producer.place.code == "501603"


def test_another_screen_and_back_finds_the_form_with_the_keys_in_it(receiving, front):
    keys(front.window, F3, "บ้านจักสาน")
    front.window.go_to(front.sell)
    front.window.go_to(receiving)
    assert receiving.producer_panel.isAncestorOf(QApplication.focusWidget())
    assert receiving.producer_panel.name.text() == "บ้านจักสาน"


def test_a_code_that_is_taken_meanwhile_is_proposed_anew(receiving, shop):
    keys(receiving.window(), F3, "บ้านจักสาน")
    shop.database.run(add_producer, Producer("CM-0003", "มาก่อน"))
    press(receiving.window(), F12)
    assert "CM-0003" in receiving.producer_panel.message_bar.text()
    assert receiving.producer_panel.code.text() == "CM-0004"
    press(receiving.window(), F12)
    assert receiving.is_counting


def test_a_maker_without_an_agreement_signs_one_on_the_spot(receiving, shop):
    maker = shop.database.run(add_producer, Producer("CM-0007", "บ้านปั้นหม้อ"))
    keys(receiving.window(), "CM-0007")
    assert "has no agreement for today" in receiving.message_bar.text()
    receiving.message_bar._action.click()
    keys(receiving.window(), "20")
    assert shop.database.run(read_agreement, maker.id, TODAY).rates[0].rate.basis_points == 2000
    assert receiving.delivery.draft.producer.id == maker.id


def test_esc_leaves_the_form_and_keeps_what_was_typed(receiving):
    keys(receiving.window(), F3, "บ้านจักสาน", ESC)
    assert not receiving.producer_panel.is_open
    press(receiving.window(), F3)
    assert receiving.producer_panel.name.text() == "บ้านจักสาน"


def test_the_terms_in_the_form_follow_the_share(receiving):
    keys(receiving.window(), F3)
    receiving.producer_panel.share.setText("๓๕")
    assert "The centre keeps 35% of the price before VAT" in receiving.producer_panel.terms.text()


def goods_of(screen):
    return [(line.product.name_th, line.goods.declared, line.goods.price) for line in screen.delivery.draft.lines]


def test_new_goods_one_after_the_other_keep_what_was_chosen_for_the_ones_before(counting):
    window, panel = counting.window(), counting.product_panel
    press(window, F3)
    panel.category.choose(Category.CLOTH)
    panel.unit.choose(Unit.PAIR)
    keys(window, "รองเท้าผ้า", "3", "250", "รองเท้าไหม", "2", "", "")
    assert not panel.is_open
    assert goods_of(counting) == [("รองเท้าผ้า", 3_000, 25_000), ("รองเท้าไหม", 2_000, 25_000)]
    made = [line.product for line in counting.delivery.draft.lines]
    assert [(each.category, each.unit) for each in made] == [(Category.CLOTH, Unit.PAIR)] * 2
    assert QApplication.focusWidget() is counting.delivery.view.code_box.edit


def test_the_form_starts_as_the_last_line_and_not_at_the_first_of_all_categories(counted):
    press(counted.window(), F3)
    assert counted.product_panel.category.choice() == Category.CLOTH
    assert counted.product_panel.price.placeholderText() == "as before 1,070.00"


def test_goods_that_are_refused_come_back_into_the_boxes(counting, shop):
    keys(counting.window(), F3, "=ย่าม", "3", "250")
    panel = counting.product_panel
    assert "=ย่าม" in panel.message_bar.text()
    assert (panel.name.text(), panel.delivered.text(), panel.price.text()) == ("=ย่าม", "3", "250.00")
    panel.name.setText("ย่าม")
    panel.stand_on(panel.price)
    keys(counting.window(), "")
    assert goods_of(counting) == [("ย่าม", 3_000, 25_000)]


def test_a_refusal_that_comes_late_takes_nothing_from_the_next_goods(counting, backend):
    window, panel = counting.window(), counting.product_panel
    keys(window, F3)
    backend.hold()
    keys(window, "=ย่าม", "3", "250", "ตะกร้า")
    backend.release()
    assert panel.name.text() == "ตะกร้า"
    assert "=ย่าม" in panel.message_bar.text()
    panel.message_bar._action.click()
    assert panel.name.text() == "=ย่าม"


def test_half_a_basket_is_none(counting):
    keys(counting.window(), F3, "ตะกร้า", "2.5")
    assert "Delivered" in counting.product_panel.message_bar.text() or counting.product_panel.delivered.property(
        "wrong"
    )
    press(counting.window(), F12)
    assert "Delivered" in counting.product_panel.message_bar.text()
    assert goods_of(counting) == []


def test_a_standard_is_kept_with_the_goods_and_warned_of_before_it_lapses(counting, shop):
    window, panel = counting.window(), counting.product_panel
    keys(window, F3)
    panel.category.choose(Category.HERB)
    panel.standard.setText("จดแจ้ง 50-1-6400012345")
    panel.lapses.setText("20/12/2569")
    keys(window, "สบู่คราม", "30", "65", "")
    (soap,) = found(shop, find_products, "สบู่คราม")
    assert soap.standard == "จดแจ้งเครื่องสำอาง 50-1-6400012345"
    assert "สบู่คราม: Cosmetics notification lapses in 28 days" in counting.delivery.view.reading.warning.text()


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        ("อย. 50-1-00264-5-0001", Category.CRAFT, (StandardKind.FDA, "50-1-00264-5-0001")),
        ("50-1-00264-5-0001", Category.FOOD, (StandardKind.FDA, "50-1-00264-5-0001")),
        ("94/2546", Category.CLOTH, (StandardKind.TCPS, "94/2546")),
        ("มผช.94/2546", Category.FOOD, (StandardKind.TCPS, "94/2546")),
        ("จดแจ้งเครื่องสำอาง 10-1", Category.FOOD, (StandardKind.COSMETIC, "10-1")),
        ("halal 12", Category.FOOD, (StandardKind.HALAL, "12")),
    ],
)
def test_a_standard_is_read_as_it_is_said(text, category, expected):
    standard = read_standard(text, category)
    assert (standard.kind, standard.number) == expected


@pytest.mark.parametrize("text", ["", "  ", "อย.", "มผช. "])
def test_a_standard_without_a_number_is_none(text):
    assert read_standard(text, Category.FOOD) is None


def test_a_maker_registered_for_vat_is_noted_with_the_tax_id(receiving, shop):
    press(receiving.window(), F3)
    panel = receiving.producer_panel
    panel.vat.choose("vat")
    panel.tax_id.setText("๐๑๐๕๕๓๖๑๑๒๐๑๔")
    keys(receiving.window(), "บ้านจักสาน", F12)
    (maker,) = found(shop, find_producers, "จักสาน")
    assert (maker.vat_registered, maker.tax_id) == (True, "0105536112014")


def test_what_was_typed_to_find_a_maker_is_the_name_of_the_new_one(receiving, shop):
    type_slowly(receiving.window(), "บ้านจักสาน")
    keys(receiving.window(), F3, F12)
    assert receiving.delivery.draft.producer.name_th == "บ้านจักสาน"


def test_a_delivery_is_posted_with_goods_that_were_just_being_registered(counted, shop, backend):
    window = counted.window()
    press(window, F3)
    backend.hold()
    keys(window, "ตะกร้า", "2", "100", "", F12)
    assert not counted.product_panel.is_open
    backend.release()
    grn = shop.database.run(read_grn, max(brief.doc_no for brief in shop.database.run(list_grns)))
    assert [(line.product.name_th, line.accepted) for line in grn.lines[1:]] == [("ตะกร้า", 2_000)]


def test_a_delivery_is_not_posted_without_goods_that_are_refused_at_the_last_moment(counted, shop, backend):
    window, before = counted.window(), len(shop.database.run(list_grns))
    press(window, F3)
    backend.hold()
    keys(window, "=ตะกร้า", "2", "100", "", F12)
    backend.release()
    assert counted.product_panel.is_open
    assert counted.product_panel.name.text() == "=ตะกร้า"
    assert "=ตะกร้า" in counted.product_panel.message_bar.text()
    assert len(shop.database.run(list_grns)) == before
    counted.product_panel.name.setText("ตะกร้า")
    counted.product_panel.stand_on(counted.product_panel.price)
    keys(window, "", "", F12)
    assert len(shop.database.run(list_grns)) == before + 1
