"""What people call the columns of a product list, in Thai and in English."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

HEADINGS = {
    "name_th": (
        "name_th", "product_th", "product_name_th", "name", "product", "product_name",
        "ชื่อสินค้า", "ชื่อผลิตภัณฑ์", "ชื่อ", "สินค้า", "ผลิตภัณฑ์", "ชื่อไทย", "ชื่อสินค้าภาษาไทย",
    ),
    "name_en": (
        "name_en", "product_en", "product_name_en", "english_name",
        "ชื่ออังกฤษ", "ชื่อภาษาอังกฤษ", "ชื่อสินค้าภาษาอังกฤษ",
    ),
    "sku": ("sku", "code", "product_code", "รหัส", "รหัสสินค้า", "รหัสผลิตภัณฑ์"),
    "price": ("price", "unit_price", "ราคา", "ราคาขาย", "ราคาต่อหน่วย", "ราคาปลีก"),
    "unit": ("unit", "uom", "หน่วย", "หน่วยนับ", "หน่วยขาย"),
    "category": ("category", "type_en", "type", "ประเภท", "ประเภทสินค้า", "ประเภทผลิตภัณฑ์", "หมวด", "หมวดหมู่"),
    "producer": ("producer", "producer_name", "maker", "ผู้ผลิต", "ผู้ประกอบการ", "กลุ่มผู้ผลิต", "ชื่อกลุ่ม", "ชื่อผู้ผลิต"),
    "barcode": ("barcode", "ean", "ean13", "ean_13", "gtin", "บาร์โค้ด", "รหัสแท่ง"),
    "stars": ("stars", "star", "ดาว", "ระดับดาว", "จำนวนดาว"),
    "vat_class": ("vat_class", "vat", "tax", "ภาษี", "ประเภทภาษี"),
    "standard": ("standard", "มาตรฐาน", "เลขที่มาตรฐาน", "มผช", "อย"),
    "tambon_th": ("tambon_th", "tambon", "subdistrict_th", "ตำบล", "แขวง", "ตำบล/แขวง"),
    "tambon_en": ("tambon_en", "subdistrict_en"),
    "amphoe_th": ("amphoe_th", "district_th", "amphoe", "district", "อำเภอ", "เขต", "อำเภอ/เขต"),
    "amphoe_en": ("amphoe_en", "district_en"),
    "province_th": ("province_th", "province", "จังหวัด"),
    "province_en": ("province_en",),
}  # fmt: skip
"""Field of a product row → headings that mean it."""

_MEANING = {heading: field for field, headings in HEADINGS.items() for heading in headings}


def meanings(headings: Sequence[str]) -> dict[str, int]:
    """Field → index of its column. Of two columns with one meaning the first counts; others are left out."""
    return meanings_in(_MEANING, headings)


def meanings_in(words: Mapping[str, str], headings: Sequence[str]) -> dict[str, int]:
    """The same for another list: `words` is plain heading → field."""
    found: dict[str, int] = {}
    for index, heading in enumerate(headings):
        field = words.get(plain_heading(heading))
        if field is not None:
            found.setdefault(field, index)
    return found


def plain_heading(heading: str) -> str:
    """'ราคา (บาท)' → 'ราคา', 'Name TH' → 'name_th', 'มผช.' → 'มผช'."""
    text = unicodedata.normalize("NFC", heading).strip("\ufeff").casefold()
    text = re.sub(r"\(.*?\)", "", text).strip(" .:*")
    return re.sub(r"[\s-]+", "_", text)
