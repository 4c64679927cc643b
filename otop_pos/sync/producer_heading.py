"""What people call the columns of a list of producers, in Thai and in English."""

from collections.abc import Sequence

from otop_pos.sync.product_heading import meanings_in

HEADINGS = {
    "code": ("code", "producer_code", "รหัส", "รหัสผู้ผลิต", "รหัสผู้ประกอบการ", "รหัสสมาชิก"),
    "name_th": (
        "name_th", "name", "producer", "producer_name", "maker", "ชื่อ", "ชื่อผู้ผลิต", "ผู้ผลิต", "ผู้ประกอบการ",
        "ชื่อผู้ประกอบการ", "กลุ่ม", "ชื่อกลุ่ม", "ชื่อกลุ่มผู้ผลิต", "กลุ่มผู้ผลิต", "ชื่อไทย", "ชื่อร้าน",
    ),
    "name_en": ("name_en", "english_name", "ชื่ออังกฤษ", "ชื่อภาษาอังกฤษ"),
    "kind": ("kind", "type", "ประเภท", "ประเภทผู้ผลิต", "ประเภทผู้ประกอบการ", "ลักษณะ"),
    "address": ("address", "ที่อยู่", "บ้านเลขที่", "ที่ตั้ง"),
    "tambon_th": ("tambon_th", "tambon", "subdistrict_th", "subdistrict", "ตำบล", "แขวง", "ตำบล/แขวง"),
    "tambon_en": ("tambon_en", "subdistrict_en"),
    "amphoe_th": ("amphoe_th", "amphoe", "district_th", "district", "อำเภอ", "เขต", "อำเภอ/เขต"),
    "amphoe_en": ("amphoe_en", "district_en"),
    "province_th": ("province_th", "province", "จังหวัด"),
    "province_en": ("province_en",),
    "postcode": ("postcode", "zip", "zip_code", "postal_code", "รหัสไปรษณีย์"),
    "phone": ("phone", "tel", "telephone", "mobile", "โทร", "โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "เบอร์", "มือถือ"),
    "line_id": ("line_id", "line", "ไลน์", "ไอดีไลน์"),
    "tax_id": (
        "tax_id", "taxid", "tin", "id_card", "เลขผู้เสียภาษี", "เลขประจำตัวผู้เสียภาษี", "เลขประจำตัวผู้เสียภาษีอากร",
        "เลขบัตรประชาชน", "เลขประจำตัวประชาชน",
    ),
    "vat_registered": ("vat_registered", "vat", "จด_vat", "จดvat", "จดทะเบียนภาษีมูลค่าเพิ่ม", "จดภาษีมูลค่าเพิ่ม"),
    "otop_no": ("otop_no", "otop", "เลขทะเบียน_otop", "เลขทะเบียนotop", "ทะเบียน_otop", "เลขทะเบียน", "รหัสotop"),
    "stars": ("stars", "star", "ดาว", "ระดับดาว", "จำนวนดาว"),
    "bank": ("bank", "bank_name", "ธนาคาร"),
    "account": ("account", "account_no", "bank_account", "เลขบัญชี", "เลขที่บัญชี", "บัญชีธนาคาร"),
    "account_name": ("account_name", "ชื่อบัญชี"),
    "promptpay": ("promptpay", "prompt_pay", "พร้อมเพย์", "เลขพร้อมเพย์"),
}  # fmt: skip
"""Field of a producer row → headings that mean it."""

_MEANING = {heading: field for field, headings in HEADINGS.items() for heading in headings}


def meanings(headings: Sequence[str]) -> dict[str, int]:
    """Field → index of its column."""
    return meanings_in(_MEANING, headings)
