"""Which of the five OTOP categories a product is of, by the word in a list and by its Thai name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from otop_pos.domain.product import CATEGORY_EN, CATEGORY_TH, Category
from otop_pos.i18n import _

_TYPE_WORDS = {
    Category.FOOD: (
        "food snack chili rice rice_cracker pork fish shrimp sauce salt sugar honey banana dried_banana pineapple "
        "pomelo tamarind mango longan berries fruit vegetable mushroom nut noodle egg meat bakery"
    ),
    Category.DRINK: "drink beverage tea coffee juice liquor wine",
    Category.CLOTH: "cloth clothing clothes textile silk cotton indigo fiber bag hat shoes",
    Category.CRAFT: (
        "craft handicraft jewelry jewellery basket wood bamboo pottery ceramic candle flowers leather silver furniture "
        "souvenir decoration household paper ของใช้ ของตกแต่ง ของที่ระลึก หัตถกรรม เครื่องประดับ"
    ),
    Category.HERB: "herb herbal soap cosmetic cosmetics spa balm สมุนไพร เครื่องสำอาง",
}
_NAME_STARTS = {
    Category.FOOD: (
        "กล้วย กะปิ กุ้ง กุนเชียง เกลือ ขนม ขิง ข้าว คุกกี้ เครื่องแกง แคบหมู แคปหมู แจ่ว เฉาก๊วย ซอส ซุป ถั่ว "
        "น้ำจิ้ม น้ำตาล น้ำปลา น้ำผึ้ง น้ำพริก น้ำมัน น้ำสลัด ปลา พริก มะขาม มะพร้าว มะม่วง เมล็ด แยม ลำไย "
        "เส้นหมี่ ส้ม สับปะรด หมี่กรอบ หมู เห็ด ไข่เค็ม ไส้กรอก ไส้อั่ว แก้วมังกร ผงโรยข้าว"
    ),
    Category.DRINK: "กาแฟ โกโก้ ขิงผง เครื่องดื่ม ชา นม น้ำ เมล็ดกาแฟ ไวน์ สาโท สารกาแฟ สุรา",
    Category.CLOTH: (
        "กระโปรง กระเป๋า กางเกง ชุดเดรส ชุดบุรุษ ชุดแซค ชุดแซ๊ก ชุดไทย ชุดสตรี ซิ่น ผ้า ย่าม รองเท้า เนคไท โสร่ง เสื้อ หมวก ไหม"
    ),
    Category.CRAFT: (
        "กรอบรูป กระติบ กล่อง กล้วยไม้ กำไล แก้ว เก้าอี้ ขิม เครื่องเขิน เครื่องเงิน เครื่องจักสาน เครื่องประดับ "
        "เครื่องปั้น โคม งานประดิษฐ์ จักสาน จาน แจกัน ชาม ชุดรับแขก ช้อน ซึง ดอกไม้ประดิษฐ์ ต้นไม้ ต่างหู ตะกร้า ตุ๊กตา "
        "โต๊ะ ถ้วย เทวรูป เทียน ธูป บาตร ปลาตะเพียนสาน ปลาตะเพียนใบลาน ปิ่น ผลิตภัณฑ์ไม้ พระ พวงกุญแจ พัด ไม้ ยาง ร่ม เรือจำลอง เสื่อ สร้อย "
        "สิ่งประดิษฐ หมอน แหวน อัญมณี"
    ),
    Category.HERB: (
        "เกลือขัด เกลือสปา ขี้ผึ้ง ครีม เซรั่ม แชมพู น้ำมันนวด น้ำมันไพล น้ำมันมวย น้ำมันหอม น้ำมันเหลือง "
        "น้ำยา น้ำหอม พิมเสน ฟ้าทะลายโจร ฟ้าทลายโจร ยา ลูกประคบ โลชั่น สบู่ สมุนไพร"
    ),
}
_DRUNK = ("ชงดื่ม", "พร้อมชง", "พร้อมดื่ม")


@dataclass(frozen=True, slots=True)
class Guess:
    """`doubt` says why a person should look at it; empty when sure."""

    category: Category
    doubt: str = ""


def guess_category(word: str, name_th: str) -> Guess:
    """The category's own name ('craft', 'อาหาร') is taken as said.

    Else a Thai name begins with what the thing is: แก้วกาแฟ is a cup, so its beginning counts more than a
    word like 'coffee'. Then the word, then a known beginning anywhere inside the name; else craft.
    """
    plain = _plain(word)
    own, by_word, by_start = _BY_OWN_NAME.get(plain), _BY_WORD.get(plain), _by_start(name_th)
    said = own or by_word
    doubt = _("the name does not sound like “{word}”").format(word=word) if by_start and said else ""
    if own is not None:
        return Guess(own, "" if by_start == own else doubt)
    if by_start is not None:
        return Guess(by_start, "" if by_start == by_word else doubt)
    if by_word is not None:
        return Guess(by_word)
    inside = _by_inside(name_th)
    if inside is not None:
        return Guess(inside, _("the category was guessed from the name"))
    return Guess(Category.CRAFT, _("the category is not known"))


@lru_cache(1_000)
def _plain(word: str) -> str:
    """'ผ้า และเครื่องแต่งกาย' and 'ประเภทผ้า/เครื่องแต่งกาย' are one word; so are 'Rice cracker' and 'rice_cracker'."""
    return re.sub(r"[\s/,_-]|^ประเภท|และ|ที่", "", word.casefold())


def _by_start(name: str) -> Category | None:
    if any(word in name for word in _DRUNK):
        return Category.DRINK
    return next((_STARTS[name[:length]] for length in _LONGEST_FIRST if name[:length] in _STARTS), None)


def _by_inside(name: str) -> Category | None:
    """A brand may stand first: the earliest word that a name could begin with."""
    found = [(name.index(start), -len(start), _STARTS[start]) for start in _STARTS if len(start) > 2 and start in name]
    return min(found)[2] if found else None


# The names of the categories themselves, in either language, however they are joined.
_BY_OWN_NAME = {
    _plain(name): category for category in Category for name in (category, CATEGORY_TH[category], CATEGORY_EN[category])
}
_BY_WORD = {_plain(word): category for category, words in _TYPE_WORDS.items() for word in words.split()}
_STARTS = {start: category for category, starts in _NAME_STARTS.items() for start in starts.split()}
_LONGEST_FIRST = sorted({len(start) for start in _STARTS}, reverse=True)
