"""The reports on screen: chosen, sorted, stopped, printed and taken along by real keys."""

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from otop_pos.domain.period import Period
from otop_pos.services.report.registry import REPORTS
from otop_pos.ui.backend import Backend
from otop_pos.ui.report import ReportScreen
from tests.factories import TODAY
from tests.ui.hands import press, type_slowly


@pytest.fixture
def report(backend, desk, shop, shown):
    shop.sell(("P000001", 2_000), ("P000003", 4_000))
    screen = ReportScreen(backend, desk)
    window = shown(screen)
    yield screen
    window.close()


def names(report, column=0):
    model = report.view.table.rows_model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def heads(report):
    model = report.view.table.rows_model
    return [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]


def test_the_first_report_is_there_at_once(report):
    assert report.title.text() == "Top producers by sales"
    assert report.when.text() == "November 2026 · 2 rows"
    assert names(report) == ["กลุ่มทอผ้าบ้านตาล", "วิสาหกิจชุมชนหนองผึ้ง"]
    assert report.view.totals.texts()[2] == "2,860.00"
    assert report.reports.hasFocus()


@pytest.mark.parametrize("key", REPORTS)
def test_every_report_can_be_looked_at_in_both_languages(report, key):
    report.choose(key)
    assert report.view.table.listing.key == key
    assert report.message_bar.text() == ""
    report.grab()
    report.window().speak("th")
    assert report.title.text() == report.view.table.listing.title.th
    report.grab()


def test_arrows_walk_the_reports_and_pass_over_the_names_of_groups(report):
    keys = [report.reports.key()]
    for _each in range(len(REPORTS) + 2):
        press(report.window(), Qt.Key.Key_Down)
        keys.append(report.reports.key())
    assert list(dict.fromkeys(keys)) == [
        key for group in ("sales", "producer", "stock", "tax") for key in REPORTS if REPORTS[key].group == group
    ]
    for _each in range(len(REPORTS) + 2):
        press(report.window(), Qt.Key.Key_Up)
        assert report.reports.key()
    assert report.reports.key() == "top_sales"


def test_enter_goes_into_the_table_and_digits_sort_it(report):
    press(report.window(), Qt.Key.Key_Return)
    assert report.view.table.hasFocus()
    type_slowly(report.window(), "1")
    assert names(report) == ["กลุ่มทอผ้าบ้านตาล", "วิสาหกิจชุมชนหนองผึ้ง"]
    assert heads(report)[0] == "Producer ▲"
    type_slowly(report.window(), "1")
    assert names(report) == ["วิสาหกิจชุมชนหนองผึ้ง", "กลุ่มทอผ้าบ้านตาล"]
    assert heads(report)[0] == "Producer ▼"
    type_slowly(report.window(), "3")
    assert names(report, 2) == ["2,140.00", "720.00"]
    assert heads(report)[0] == "Producer"


def test_a_touch_on_a_heading_sorts_too(report):
    header = report.view.table.horizontalHeader()
    middle = QPoint(header.sectionViewportPosition(2) + header.sectionSize(2) // 2, header.height() // 2)
    for expected in (["2,140.00", "720.00"], ["720.00", "2,140.00"]):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert names(report, 2) == expected


def test_a_chip_chooses_other_days(report):
    report.period.usual.buttons["last"].click()
    assert report.when.text() == "October 2026 · 0 rows"
    assert not report.view.table._empty.isHidden()
    assert not report.chart.isVisible()
    report.period.usual.buttons["year"].click()
    assert report.when.text() == "2026 · 2 rows"
    assert report.chart.isVisible()


def test_any_days_can_be_typed_as_thai_people_write_them(report):
    report.period.usual.buttons["own"].click()
    assert report.period.since.hasFocus()
    type_slowly(report.window(), "22/11/69", enter=True)
    assert report.period.until.hasFocus()
    type_slowly(report.window(), "22/11/2569", enter=True)
    assert report.when.text() == "22 Nov 2026 · 2 rows"
    assert report.period.period(TODAY) == Period(TODAY, TODAY)


def test_days_that_are_none_are_said_so(report):
    report.period.usual.buttons["own"].click()
    type_slowly(report.window(), "99/11/69", enter=True)
    type_slowly(report.window(), "22/11/2569", enter=True)
    assert report.message_bar.text() == "Type the first and the last day"


def test_days_backwards_are_refused_in_words(report):
    report.period.usual.buttons["own"].click()
    type_slowly(report.window(), "22/11/69", enter=True)
    type_slowly(report.window(), "21/11/69", enter=True)
    assert "last day is before the first" in report.message_bar.text()


def test_a_report_is_printed_in_the_order_of_the_screen(report, desk):
    press(report.window(), Qt.Key.Key_F8)
    (pdf,) = desk.settings.papers.rglob("*.pdf")
    assert "Saved: " in report.message_bar.text()
    assert pdf.name in report.message_bar.text()
    report.view.table.sort_by(2)
    report.view.table.sort_by(2)
    press(report.window(), Qt.Key.Key_F9)
    (xlsx,) = desk.settings.papers.rglob("*.xlsx")
    sheet = load_workbook(xlsx).active
    assert [sheet.cell(row, 3).value for row in (5, 6, 7)] == [720, 2_140, 2_860]


def test_papers_that_cannot_be_written_are_refused_in_words(report, desk):
    desk.settings.papers.parent.mkdir(parents=True, exist_ok=True)
    desk.settings.papers.write_text("a file where the folder should be", encoding="utf-8")
    press(report.window(), Qt.Key.Key_F9)
    assert "Cannot write to" in report.message_bar.text()
    assert report.save.isEnabled()


def test_what_was_sold_meanwhile_comes_with_the_next_reading(report, shop):
    shop.sell(("P000003", 1_000))
    press(report.window(), Qt.Key.Key_F5)
    assert report.view.totals.texts()[2] == "3,040.00"


def test_an_older_answer_never_replaces_a_newer_one(report, backend):
    backend.hold()
    report.choose("vat_sales")
    report.choose("dead_stock")
    assert not report.print.isEnabled()
    backend.release()
    assert report.view.table.listing.key == "dead_stock"
    assert report.print.isEnabled()


def test_who_does_not_want_to_wait_stops_it(report, backend, qtbot):
    backend.hold()
    report.choose("vat_sales")
    qtbot.waitUntil(report.working.isVisible, timeout=2000)
    press(report.window(), Qt.Key.Key_Escape)
    assert "Stopped" in report.message_bar.text()
    assert not report.working.isVisible()
    backend.release()
    assert report.view.table.listing.key == "top_sales"
    press(report.window(), Qt.Key.Key_F5)
    assert report.view.table.listing.key == "vat_sales"


def test_a_quick_answer_shows_no_waiting(report):
    report.choose("vat_sales")
    assert not report.working.is_on
    assert not report.working.isVisible()


def test_reports_are_read_beside_the_till(shop, desk, shown, qtbot):
    """With real lanes: a report on its way leaves the lane of the till free."""
    backend = Backend(shop.database)
    screen = ReportScreen(backend, desk)
    window = shown(screen)
    qtbot.waitUntil(lambda: screen.view is not None, timeout=5000)
    assert screen.title.text() == "Top producers by sales"
    assert window.front is screen
    backend.close()


def test_the_turnover_shows_its_meter(report):
    report.choose("turnover")
    assert report.chart.meter.isVisible()
    assert report.chart.figure.text() == "2,860.00 / 1,800,000.00 · 0.2%"
    report.choose("top_sales")
    assert not report.chart.meter.isVisible()


def test_a_table_with_many_columns_leaves_none_out(report, shop):
    report.choose("sell_through_lot")
    table = report.view.table
    assert not any(table.isColumnHidden(number) for number in range(10))
    report.window().resize(1024, 640)
    assert not any(table.isColumnHidden(number) for number in range(10))


def test_the_models_keep_the_rules(report, qtmodeltester):
    qtmodeltester.check(report.reports.rows_model)
    qtmodeltester.check(report.view.table.rows_model)


def test_the_papers_name_their_day(report, desk):
    press(report.window(), Qt.Key.Key_F8)
    (pdf,) = desk.settings.papers.rglob("*.pdf")
    assert pdf.parent == Path(desk.settings.papers) / TODAY.isoformat() / "reports"
    assert TODAY - timedelta(days=21) == TODAY.replace(day=1)
