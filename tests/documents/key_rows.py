"""Keys of a till with one change, as a card gets them."""

from otop_pos.domain.key_row import KeyRow


def key_rows_th() -> tuple[KeyRow, ...]:
    return (
        KeyRow("sell", ("F2",), "ค้นหาสินค้า", "find"),
        KeyRow("sell", ("Ctrl+Q",), "จำนวน", "quantity"),
        KeyRow("sell", ("Del",), "ลบรายการที่ผู้ซื้อไม่ต้องการแล้ว", "remove"),
        KeyRow("sell", ("Enter",), "เมื่อช่องว่าง: ชำระเงิน"),
        KeyRow("pay", ("Alt+1",), "เงินสด", "pay_cash"),
        KeyRow("pay", ("F12",), "รับเงินและพิมพ์", "finish"),
        KeyRow("receive", ("F7",), "ซ้ำการส่งครั้งก่อน", "repeat"),
        KeyRow("day", ("Alt+←",), "วันก่อนหน้า", "earlier"),
        KeyRow("everywhere", ("F1",), "วิธีใช้", "help"),
        KeyRow("everywhere", ("↑", "↓"), "เลื่อนในรายการ"),
        KeyRow("everywhere", ("Esc",), "ถอยกลับ ไม่มีอะไรหาย"),
    )


def key_rows_en() -> tuple[KeyRow, ...]:
    return (
        KeyRow("sell", ("F2",), "Find goods", "find"),
        KeyRow("sell", ("Ctrl+Q",), "Quantity", "quantity"),
        KeyRow("sell", ("Enter",), "In the empty box: pay"),
        KeyRow("pay", ("F12",), "Take money and print", "finish"),
        KeyRow("stock", ("F6",), "What expires soon", "soon"),
        KeyRow("everywhere", ("F1",), "Help", "help"),
        KeyRow("everywhere", ("Esc",), "Back, nothing is lost"),
    )
