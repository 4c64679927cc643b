"""Labels: each is in its place, names its own lot to a scanner, and never the split."""

from datetime import date

import pypdfium2
import pytest

from otop_pos.documents.label_bars import FULL_WIDTH, LEAST_WIDTH
from otop_pos.documents.label_pdf import lot_labels_pdf
from otop_pos.documents.label_template import TEMPLATES, LabelTemplate
from otop_pos.documents.sheet import MM
from otop_pos.domain.barcode import human_digits, lot_code
from tests.documents.papers import HARD_THAI, HOSTILE, lot_label, mixed_labels, shop
from tests.documents.reading import barcodes, letters_outside, page_texts, pages, squeezed, text


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_label_of_a_full_page_names_its_lot_to_a_scanner(template: str) -> None:
    labels = mixed_labels(max(TEMPLATES[template].per_page, 4))
    pdf = lot_labels_pdf(labels, shop(), template)
    found = [each for page in range(pages(pdf)) for each in barcodes(pdf, page)]
    assert sorted(found) == sorted(("EAN13", label.lot_code) for label in labels)
    assert list(letters_outside(pdf)) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_price_name_maker_and_digits_are_on_every_size(template: str) -> None:
    words = squeezed(lot_labels_pdf([lot_label(place="ต.บ้านตาล")], shop(), template))
    for part in ("890.00บาท", "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม", "กลุ่มทอผ้าบ้านตาล·ต.บ้านตาล", "20011905"):
        assert part in words


def test_a_food_label_has_its_dates_batch_and_licence() -> None:
    honey = mixed_labels(2)[1]
    words = text(lot_labels_pdf([honey], shop(), "roll-50x30"))
    for part in ("หมดอายุ 01/09/2570", "ผลิต 01/09/2569", "รุ่น H-12", "อย. 50-2-00155-6-0001"):
        assert part in words


def test_on_the_smallest_label_the_expiry_stays() -> None:
    name = "น้ำผึ้งรวงดอกลำไยจากสวนบนดอยสูง ขวดแก้วพร้อมกล่องของขวัญ"
    honey = lot_label(name_th=name, batch="H-12", expires_on=date(2027, 9, 1), made_on=date(2026, 9, 1))
    assert "หมดอายุ 01/09/2570" in text(lot_labels_pdf([honey], shop(), "a4-5x13"))


def test_a_long_producer_name_gives_way_to_its_village() -> None:
    label = lot_label(producer_name="วิสาหกิจชุมชนผู้เลี้ยงผึ้งและแปรรูปผลิตผลทางการเกษตรหนองผึ้ง", place="ต.หนองผึ้ง อ.สารภี")
    words = text(lot_labels_pdf([label], shop(), "roll-32x25-3"))
    assert "… · ต.หนองผึ้ง อ.สารภี" in words


def test_goods_by_the_metre_have_a_price_per_metre() -> None:
    assert "420.00 บาท/ม." in text(lot_labels_pdf([mixed_labels(4)[3]], shop()))


@pytest.mark.parametrize("word", ["ผู้ผลิตได้", "ส่วนแบ่ง", "%"])
def test_a_label_never_tells_the_split(word: str) -> None:
    assert word not in text(lot_labels_pdf(mixed_labels(4), shop(), "a4-3x8"))


def test_labels_begin_where_the_sheet_is_still_full() -> None:
    pdf = lot_labels_pdf(mixed_labels(4), shop(), "a4-3x8", start=23)
    assert [len(barcodes(pdf, page)) for page in range(pages(pdf))] == [2, 2]
    layer = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    left, _bottom, _right, top = layer.get_charbox(0)
    assert 70 * MM < left < 140 * MM
    assert top < 38 * MM


@pytest.mark.parametrize("start", [0, 25, -1])
def test_a_place_that_is_not_on_the_sheet_is_a_mistake(start: int) -> None:
    with pytest.raises(ValueError, match="labels 1 to 24"):
        lot_labels_pdf(mixed_labels(1), shop(), "a4-3x8", start)


def test_thirty_labels_of_one_lot_are_thirty_barcodes() -> None:
    pdf = lot_labels_pdf([lot_label()] * 30, shop(), "a4-3x8")
    assert [len(barcodes(pdf, page)) for page in range(pages(pdf))] == [24, 6]


def test_a_code_that_is_no_ean_is_still_scannable() -> None:
    pdf = lot_labels_pdf([lot_label(lot_code="CM-0042-77")], shop())
    assert barcodes(pdf) == [("Code128", "CM-0042-77")]


def test_below_eighty_percent_the_code_is_code_128(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = LabelTemplate("", "", page=(29, 30), label=(29, 30), inset=(1, 1))
    monkeypatch.setitem(TEMPLATES, "narrow", narrow)
    pdf = lot_labels_pdf([lot_label()], shop(), "narrow")
    # So narrow a bar needs an office printer: thirteen digits in 29 mm are 1.6 dots a module at 203 dpi.
    assert barcodes(pdf, dpi=300) == [("Code128", lot_code(1190))]
    assert pytest.approx(29.83 * MM, abs=0.01) == LEAST_WIDTH


def test_at_full_size_the_bars_are_as_wide_as_the_standard_says() -> None:
    (first, *_rest) = (
        path.get_bounds()
        for path in pypdfium2.PdfDocument(lot_labels_pdf([lot_label(stars=0)], shop()))[0].get_objects()
        if path.type == 2
    )
    assert first[2] - first[0] == pytest.approx(FULL_WIDTH * 95 / 113, abs=0.05)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE, "กี่" * 100, "W" * 300, "ผ้าไหม 😀 中国 " * 20])
def test_no_name_pushes_anything_off_its_label(name: str, template: str) -> None:
    label = lot_label(name_th=name, name_en=name, producer_name=name, place=name, batch=name, price=99_999_999_99)
    pdf = lot_labels_pdf([label], shop(), template)
    assert list(letters_outside(pdf)) == []
    assert barcodes(pdf) == [("EAN13", label.lot_code)]
    assert human_digits(label.lot_code) in text(pdf)


def test_places_follow_the_pitch_of_the_template() -> None:
    places = list(TEMPLATES["a4-5x13"].places(5, 3))
    assert places == [
        (0, pytest.approx(4.75 + 4 * 40.6), 10.7),
        (0, 4.75, pytest.approx(31.9)),
        (0, pytest.approx(45.35), pytest.approx(31.9)),
    ]


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_every_label_lies_inside_its_page(template: LabelTemplate) -> None:
    for _page, left, top in template.places(1, template.per_page):
        assert left + template.label[0] <= template.page[0] + 0.01
        assert top + template.label[1] <= template.page[1] + 0.01


def test_the_same_labels_are_the_same_file_to_the_byte() -> None:
    first, second = (lot_labels_pdf(mixed_labels(24), shop(), "a4-3x8") for _ in range(2))
    assert first == second


def test_no_labels_are_one_empty_page() -> None:
    assert page_texts(lot_labels_pdf([], shop())) == [""]
