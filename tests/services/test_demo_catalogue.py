"""The demo catalogue is complete, plausible and fit for every screen, paper and file."""

import re
from collections import Counter
from itertools import groupby

import pytest
from stdnum import ean
from stdnum.th import tin

from otop_pos.domain.agreement import Bearer, RateMethod, TaxMode
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import ONE, Unit
from otop_pos.domain.vat import VatClass
from otop_pos.domain.writable import writable_text
from otop_pos.services.demo.catalogue import DemoGoods, DemoMaker, place_of, read_goods, read_makers

MAKERS = read_makers()
GOODS = read_goods()

NORTH = {"เชียงใหม่", "ลำพูน", "ลำปาง", "แพร่", "น่าน", "พะเยา", "เชียงราย", "แม่ฮ่องสอน"}
STANDARD = re.compile(
    r"มผช\. \d{1,4}/25\d\d"
    r"|อย\. \d\d-[12]-\d{5}-2-\d{4}"
    r"|จดแจ้ง \d\d-1-\d{10}"
    r"|ทะเบียนยา G \d+/\d\d"
)


def texts_of(maker: DemoMaker) -> list[str]:
    made_by = maker.producer
    return [made_by.code, made_by.name_th, made_by.name_en, made_by.address, made_by.phone, made_by.otop_no]


def test_the_shop_has_about_forty_makers_and_two_hundred_goods() -> None:
    assert len(MAKERS) >= 40
    assert len(GOODS) >= 200


def test_every_code_and_sku_is_there_once() -> None:
    assert len({maker.producer.code for maker in MAKERS}) == len(MAKERS)
    assert len({goods.product.sku for goods in GOODS}) == len(GOODS)


def test_every_maker_brings_goods_and_every_goods_has_its_maker() -> None:
    assert {goods.producer_code for goods in GOODS} == {maker.producer.code for maker in MAKERS}


def test_the_files_are_sorted_by_their_keys() -> None:
    assert [maker.producer.code for maker in MAKERS] == sorted(maker.producer.code for maker in MAKERS)
    assert [goods.product.sku for goods in GOODS] == sorted(goods.product.sku for goods in GOODS)


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.producer.code)
def test_a_maker_lives_in_a_sub_district_of_the_north(maker: DemoMaker) -> None:
    place = maker.producer.place
    assert len(place.code) == 6
    assert place.province_th in NORTH
    assert all((place.tambon_th, place.amphoe_th, place.tambon_en, place.amphoe_en, place.province_en))
    assert re.fullmatch(r"5\d{4}", place.postcode)


def test_all_provinces_of_the_upper_north_take_part() -> None:
    assert {maker.producer.place.province_th for maker in MAKERS} == NORTH


def test_a_place_name_is_capitalised_word_by_word() -> None:
    assert place_of("501603").tambon_en == "Ban Tan"


def test_an_unknown_place_code_is_named() -> None:
    with pytest.raises(KeyError, match="999999"):
        place_of("999999")


def test_all_categories_units_and_kinds_are_sold() -> None:
    assert {goods.product.category for goods in GOODS} == set(Category)
    assert {goods.product.unit for goods in GOODS} == set(Unit)
    assert len({maker.producer.kind for maker in MAKERS}) == 3


def test_prices_are_above_zero_and_some_have_satang() -> None:
    assert all(goods.product.price > 0 for goods in GOODS)
    assert any(goods.product.price % 100 for goods in GOODS)


def test_makers_codes_are_thai_eans_with_a_right_check_digit() -> None:
    codes = [code for goods in GOODS for code in goods.product.codes]
    assert len(codes) > 60
    assert all(code.startswith("885") and len(code) == 13 and ean.is_valid(code) for code in codes)


def test_a_few_codes_belong_to_several_makers_and_none_twice_to_one() -> None:
    pairs = [(code, goods.producer_code) for goods in GOODS for code in goods.product.codes]
    assert len(set(pairs)) == len(pairs)
    shared = [code for code, makers in Counter(code for code, _maker in pairs).items() if makers > 1]
    assert 2 <= len(shared) <= 3


@pytest.mark.parametrize("goods", GOODS, ids=lambda goods: goods.product.sku)
def test_goods_have_names_in_both_languages_and_writable_texts(goods: DemoGoods) -> None:
    product = goods.product
    assert re.search("[ก-๙]", product.name_th)
    assert re.search("[A-Za-z]", product.name_en)
    assert not re.search("[ก-๙]", product.name_en)
    for text in (product.sku, product.name_th, product.name_en, *product.codes):
        assert writable_text(text) == text
    if product.standard:
        assert writable_text(product.standard) == product.standard
        assert STANDARD.fullmatch(product.standard), product.standard


def test_the_texts_of_makers_are_writable() -> None:
    for maker in MAKERS:
        for text in texts_of(maker):
            assert writable_text(text) == text


def test_what_is_eaten_drunk_or_rubbed_in_keeps_only_so_long() -> None:
    perishable = {Category.FOOD, Category.DRINK, Category.HERB}
    unlimited = [
        goods.product.name_th
        for goods in GOODS
        if goods.product.category in perishable and goods.product.shelf_life_days is None
    ]
    assert [name.split()[0] for name in unlimited] == ["สุรากลั่นข้าวเหนียวสันป่าตอง", "ไวน์ลำไยหมักโอ๊ก", "เกลือภูเขาบ่อเกลือ"]
    assert all(goods.product.shelf_life_days is None for goods in GOODS if goods.product.category not in perishable)


def test_only_unprocessed_farm_goods_are_exempt_from_vat() -> None:
    exempt = [goods.product for goods in GOODS if goods.product.vat_class is VatClass.EX81]
    assert len(exempt) >= 6
    assert all(product.category is Category.FOOD for product in exempt)
    assert {goods.product.vat_class for goods in GOODS} == {VatClass.V7, VatClass.EX81}


def test_stars_run_from_one_to_five_and_some_goods_have_none() -> None:
    stars = Counter(goods.product.stars for goods in GOODS)
    assert set(stars) == {0, 1, 2, 3, 4, 5}
    assert stars[0] < len(GOODS) / 3


def test_agreements_differ_in_every_term_that_moves_money() -> None:
    agreements = [maker.agreement for maker in MAKERS]
    assert {agreement.discount_policy for agreement in agreements} == set(Bearer)
    assert {agreement.tax_mode for agreement in agreements} == {
        TaxMode.NONE,
        TaxMode.FULL_PRICE,
        TaxMode.COMMISSION_ONLY,
    }
    assert {2000, 2500, 3000} <= {agreement.rates[0].rate.basis_points for agreement in agreements}
    assert any(each.category for agreement in agreements for each in agreement.rates)
    own = {goods.own_rate.method for goods in GOODS if goods.own_rate}
    assert own == {RateMethod.FIXED_DUE, RateMethod.PERCENT_MIN}


def test_a_due_agreed_in_baht_leaves_the_centre_its_share() -> None:
    for goods in GOODS:
        if goods.own_rate and goods.own_rate.amount:
            without_vat = goods.product.price * 100 // 107
            assert goods.product.price // 2 < goods.own_rate.amount < without_vat


def test_registered_makers_have_a_valid_tax_id() -> None:
    registered = [maker.producer for maker in MAKERS if maker.producer.vat_registered]
    assert registered
    assert all(producer.tax_id for producer in registered)
    assert all(tin.is_valid(maker.producer.tax_id) for maker in MAKERS if maker.producer.tax_id)


def test_some_names_are_as_long_as_real_ones() -> None:
    assert max(len(maker.producer.name_th) for maker in MAKERS) > 70
    assert max(len(goods.product.name_th) for goods in GOODS) > 70


def test_shelves_are_full_but_for_a_few_goods() -> None:
    empty = [goods for goods in GOODS if not goods.first_delivery]
    assert 2 <= len(empty) <= 6
    assert all(goods.first_delivery % ONE == 0 for goods in GOODS)


def test_goods_of_one_maker_stand_together() -> None:
    makers = [code for code, _rows in groupby(goods.producer_code for goods in GOODS)]
    assert len(makers) == len(set(makers))


def test_makers_tell_their_story_in_both_languages() -> None:
    told = [maker.producer for maker in read_makers() if maker.producer.story_th]
    assert len(told) >= 12
    assert all(producer.story_en for producer in told)
