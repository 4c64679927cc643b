"""The gate by which typed values enter the books."""

from datetime import date

import pytest

from otop_pos.domain.agreement import Agreement, AgreementRate, Rate
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import Unwritable
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer, ProducerKind
from otop_pos.domain.product import Category, Product


def test_every_text_of_a_value_is_mended_however_deep() -> None:
    typed = Producer(" CM-0001 ", "กลุ่ม\u200bทอผ้า", kind=ProducerKind.SME, place=Place(tambon_th="บ้าน  ตาล"), stars=5)
    assert clean(typed) == Producer(
        "CM-0001", "กลุ่มทอผ้า", kind=ProducerKind.SME, place=Place(tambon_th="บ้าน ตาล"), stars=5
    )


def test_texts_in_tuples_are_mended_too() -> None:
    assert clean(Product("P1", "ผ้า", codes=(" 885 ", "887"))).codes == ("885", "887")


def test_words_of_the_program_stay_what_they_are() -> None:
    cleaned = clean(Product("P1", "ผ้า", category=Category.CLOTH))
    assert cleaned.category is Category.CLOTH


def test_numbers_dates_and_nothing_pass() -> None:
    terms = Agreement(1, date(2026, 1, 1), (AgreementRate(Rate(basis_points=2500)),))
    assert clean(terms) == terms
    assert clean(None) is None
    assert clean(42) == 42


@pytest.mark.parametrize("name", ["=1+1", "a\nb", "ุก"])
def test_one_bad_text_refuses_the_whole_value(name: str) -> None:
    with pytest.raises(Unwritable):
        clean(Producer("CM-0001", "กลุ่ม", place=Place(tambon_th=name)))
