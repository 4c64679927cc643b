"""From a list's word and a Thai name to one of the five categories, with a doubt where a person should look."""

import pytest

from otop_pos.domain.product import CATEGORY_TH, Category
from otop_pos.sync.product_category import guess_category


@pytest.mark.parametrize(
    ("word", "name", "category"),
    [
        ("cloth", "ผ้าคลุมไหล่", Category.CLOTH),
        ("silk", "ผ้าไหมแพรวา", Category.CLOTH),
        ("bag", "ย่าม", Category.CLOTH),
        ("tea", "ชาโฮ๊ะ", Category.DRINK),
        ("coffee", "กาแฟดริป", Category.DRINK),
        ("liquor", "สุรา Gold Tiger", Category.DRINK),
        ("snack", "ขนมงารวมรส", Category.FOOD),
        ("chili", "น้ำพริกตาแดง", Category.FOOD),
        ("rice_cracker", "ข้าวแต๋นน้ำแตงโม", Category.FOOD),
        ("Rice Cracker", "ยังไม่มีชื่อ", Category.FOOD),
        ("jewelry", "สร้อยคอ", Category.CRAFT),
        ("basket", "เสื่อกก", Category.CRAFT),
        ("pottery", "แจกัน", Category.CRAFT),
        ("soap", "Herbane แชมพู", Category.HERB),
        ("herbal", "ลูกประคบ", Category.HERB),
        ("", "น้ำผึ้งรวง", Category.FOOD),
        ("", "น้ำสับปะรด", Category.DRINK),
        ("", "น้ำมันนวด", Category.HERB),
        ("", "ชามเซรามิก", Category.CRAFT),
        ("", "ขิงผงชงดื่ม", Category.DRINK),
        ("อาหาร", "กุนเชียง", Category.FOOD),
        ("ประเภทผ้า และเครื่องแต่งกาย", "ชุดไทย", Category.CLOTH),
        ("สมุนไพรที่ไม่ใช่อาหาร", "ยาดม", Category.HERB),
        ("Household, decoration, souvenirs", "กรอบรูป", Category.CRAFT),
        *((CATEGORY_TH[category], "", category) for category in Category),
    ],
)
def test_a_clear_row_gives_its_category_without_doubt(word: str, name: str, category: Category) -> None:
    guess = guess_category(word, name)
    assert (guess.category, guess.doubt) == (category, "")


@pytest.mark.parametrize(
    ("word", "name", "category"),
    [
        ("coffee", "แก้วกาแฟศิลาดล", Category.CRAFT),
        ("silk", "สบู่รังไหม", Category.HERB),
        ("pottery", "ขนมปั้นสิบทอด", Category.FOOD),
        ("bamboo", "ยาเม็ดตราไผ่เขียว", Category.HERB),
        ("fish", "ปลาตะเพียนสานใบลาน", Category.CRAFT),
        ("craft", "ผ้าทอลายขัด", Category.CRAFT),
        ("", "แม่ทองดี สบู่น้ำผึ้ง", Category.HERB),
        ("gadget", "Love knot", Category.CRAFT),
    ],
)
def test_a_doubtful_row_says_so(word: str, name: str, category: Category) -> None:
    guess = guess_category(word, name)
    assert guess.category == category
    assert guess.doubt
