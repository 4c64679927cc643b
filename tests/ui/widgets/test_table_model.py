"""The one model behind every list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import ROW_ROLE, Column, RowsModel

COLUMNS = (
    Column(lambda: "Name", lambda row: row[0]),
    Column(lambda: "Count", lambda row: str(row[1]), 80, "right"),
)
A, B, C = ("a", 1), ("b", 2), ("c", 3)


@pytest.mark.parametrize("after", [(), (A,), (B, A), (A, B, C), (C, B, A, A, B)])
@pytest.mark.parametrize("before", [(), (A,), (A, B, C)])
def test_any_change_of_rows_is_told_as_qt_wants_it(before, after):
    model = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(before)
    model.show(after)
    assert model.rows == after
    assert tester.model() is model


def test_a_cell_gives_text_alignment_and_its_row():
    model = RowsModel(COLUMNS)
    model.show([A, B])
    index = model.index(1, 1)
    assert (index.data(), index.data(ROW_ROLE)) == ("2", B)
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Count 2"


def test_the_selection_stays_at_its_row_when_rows_change(qtbot):
    table = RowsTable(COLUMNS)
    qtbot.addWidget(table)
    table.show_rows([A, B, C], select=1)
    table.show_rows([A, C])
    assert table.selected() == C
    table.show_rows([])
    assert table.selected() is None


def test_an_empty_table_says_what_to_do_next(qtbot):
    empty = EmptyState("barcode", lambda: "Scan")
    table = RowsTable(COLUMNS, empty=empty)
    qtbot.addWidget(table)
    assert not empty.isHidden()
    table.show_rows([A])
    assert empty.isHidden()


def test_arrows_stop_at_the_ends(qtbot):
    table = RowsTable(COLUMNS)
    qtbot.addWidget(table)
    table.show_rows([A, B], select=0)
    table.step(-1)
    assert table.selected() == A
    table.step(5)
    assert table.selected() == B
