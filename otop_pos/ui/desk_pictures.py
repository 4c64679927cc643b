"""What the consignment desk looks like: receiving with photos, stock, makers, payouts, reports, lists brought in."""

from collections.abc import Iterator
from pathlib import Path

from otop_pos.ui.importing import ImportPage
from otop_pos.ui.later_screen import LaterScreen
from otop_pos.ui.maker_pictures import draw_makers
from otop_pos.ui.payout_pictures import draw_payouts
from otop_pos.ui.stock_pictures import draw_stock_desk
from otop_pos.ui.studio import Studio, photo

GOODS = """ชื่อสินค้า,ราคา,ผู้ผลิต,รหัส
ชากุหลาบอินทรีย์ 50 กรัม,150,กลุ่มชาดอยแม่สลอง,TEA-1
ย่ามลายขิดทอมือ สีครามธรรมชาติ,,CM-0001,BAG-1
ผ้าขาวม้าฝ้ายเข็น,สองร้อย,CM-0001,
น้ำผึ้งดอกลำไย 250 มล.,180,CM-0002,HON-9
น้ำผึ้งดอกลำไย 250 มล.,185,CM-0002,HON-9
"""


def draw_desk(studio: Studio) -> Iterator[Path]:
    """Every screen of it, in the order of a day; the manager's at the end."""
    studio.desk.take_user(studio.clerk)
    yield from _draw_receiving(studio)
    studio.desk.take_user(studio.manager)
    yield from draw_stock_desk(studio)
    yield from draw_makers(studio)
    yield from _draw_warning(studio)
    yield from draw_payouts(studio)
    studio.desk.take_user(studio.manager)
    yield from _draw_reports(studio)
    yield from _draw_lists(studio)


def _draw_receiving(studio: Studio) -> Iterator[Path]:
    """A delivery with a photo; a note put right."""
    receiving = studio.front.receiving
    studio.front.window.go_to(receiving)
    receiving.scan("CM-0001")
    view = receiving.delivery.view
    view.card.repeat.click()
    view.table.select(0)
    view.photo.click()
    yield studio.take("receive-photo")
    receiving.photo_panel.box.take(photo())
    yield studio.take("receive-with-photo")
    view.post.click()
    yield studio.take("receive-with-photo-posted")
    receiving.delivery.view.code_box.escaped.emit()
    latest = receiving.producers
    latest.latest.select(0)
    latest.put_right.click()
    panel = receiving.right_panel
    panel.table.select(0)
    panel.count.setText("1")
    panel.reason.setText(studio.said("นับเกิน", "counted too many"))
    yield studio.take("receive-put-right")
    panel.correct.click()
    yield studio.take("receive-corrected")


def _draw_warning(studio: Studio) -> Iterator[Path]:
    """A standard that has lapsed is said while the goods are counted."""
    receiving = studio.front.receiving
    studio.front.window.go_to(receiving)
    receiving.scan("CM-0002")
    receiving.delivery.view.card.repeat.click()
    yield studio.take("receive-standard")
    receiving.delivery.view.hold.click()
    yield studio.take("receive-begun")


def _draw_reports(studio: Studio) -> Iterator[Path]:
    screen = studio.front.report.built
    studio.front.window.go_to(screen)
    yield studio.take("report")
    for key in ("by_tambon", "payable_ageing", "growth"):
        screen.choose(key)
        yield studio.take(f"report-{key.replace('_', '-')}")
    screen.choose("top_sales")
    screen.period.usual.buttons["last"].click()
    yield studio.take("report-empty")
    screen.period.usual.buttons["month"].click()


def _draw_lists(studio: Studio) -> Iterator[Path]:
    """A list with rows that stay out; brought in, and found among the past ones."""
    settings, window = studio.front.settings, studio.front.window
    window.go_to(settings)
    settings.choose("lists")
    file = studio.desk.settings.papers / "goods.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(GOODS, encoding="utf-8-sig")
    panel = settings.tabs["lists"].panel
    if not isinstance(panel, LaterScreen):
        return
    page: ImportPage = panel.built
    page.take_file(file)
    yield studio.take("import")
    page.view.shown.buttons["all"].click()
    yield studio.take("import-all")
    page.bring_in.click()
    yield studio.take("import-done")
    page.past.click()
    yield studio.take("import-past")
    page.past_lists.give_up()
