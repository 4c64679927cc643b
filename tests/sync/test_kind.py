"""Each kind of cell: what it writes, reads back, and refuses."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest

from otop_pos.domain.quantity import Unit
from otop_pos.sync import kind
from otop_pos.sync.kind import Kind, Unfit

BANGKOK = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("kind", "value", "cell"),
    [
        (kind.MONEY, 0, "0.00"),
        (kind.MONEY, 5, "0.05"),
        (kind.MONEY, -5, "-0.05"),
        (kind.MONEY, 2_140_000_000_00, "2140000000.00"),
        (kind.QUANTITY, 1, "0.001"),
        (kind.QUANTITY, -2500, "-2.500"),
        (kind.RATE, 700, "7.00"),
        (kind.INTEGER, -12, "-12"),
        (kind.DATE, date(2026, 11, 20), "2026-11-20"),
        (kind.TIMESTAMP, datetime(2026, 11, 20, 23, 59, 59, tzinfo=UTC), "2026-11-20T23:59:59Z"),
        (kind.TIMESTAMP, datetime(2026, 11, 20, 1, 2, 3, 4, tzinfo=UTC), "2026-11-20T01:02:03.000004Z"),
        (kind.BOOLEAN, True, "true"),
        (kind.BOOLEAN, False, "false"),
        (kind.TEXT, "น้ำพริก “กี่ปั้น”, 100 %", "น้ำพริก “กี่ปั้น”, 100 %"),
        (kind.IDENTIFIER, "CM01-1-R690000012", "CM01-1-R690000012"),
        (kind.IDENTIFIER, "01920000-0000-7000-8000-000000000001", "01920000-0000-7000-8000-000000000001"),
        (kind.UUID_TEXT, UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        (kind.choice("cash", "card"), "card", "card"),
        (kind.choice(*Unit), Unit.METRE, "metre"),
    ],
)
def test_a_value_comes_back_from_its_cell(kind: Kind, value: Any, cell: str) -> None:
    assert kind.write(value) == cell
    assert kind.read(cell) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (kind.MONEY, 1.5),
        (kind.MONEY, True),
        (kind.INTEGER, "1"),
        (kind.DATE, date(2569, 11, 20)),
        (kind.DATE, datetime(2026, 11, 20, tzinfo=UTC)),
        (kind.TIMESTAMP, datetime(2026, 11, 20)),  # noqa: DTZ001
        (kind.TIMESTAMP, datetime(2026, 11, 20, tzinfo=BANGKOK)),
        (kind.TIMESTAMP, datetime(2569, 11, 20, tzinfo=UTC)),
        (kind.BOOLEAN, 1),
        (kind.IDENTIFIER, "cm-1"),
        (kind.IDENTIFIER, "-A1"),
        (kind.IDENTIFIER, "A" * 21),
        (kind.IDENTIFIER, "P 1"),
        (kind.IDENTIFIER, "P1\n"),
        (kind.UUID_TEXT, "00000000-0000-0000-0000-000000000007"),
        (kind.choice("cash"), "cheque"),
        (kind.TEXT, 7),
        (kind.TEXT, "x" * 301),
        (kind.TEXT, "=HYPERLINK(1)"),
        (kind.TEXT, "+66 81"),
        (kind.TEXT, "-1"),
        (kind.TEXT, "@SUM"),
        (kind.TEXT, "สองบรรทัด\r\nปลอม"),
        (kind.TEXT, "null\x00byte"),
        (kind.TEXT, "\x1b@"),
        (kind.TEXT, "\u202etxt.exe"),
        (kind.TEXT, "e\u0301 not composed"),
        (kind.TEXT, " a space before"),
    ],
)
def test_what_a_column_cannot_hold_is_never_written(kind: Kind, value: Any) -> None:
    with pytest.raises(Unfit):
        kind.write(value)


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        (kind.MONEY, "1,070.00"),
        (kind.MONEY, "1070"),
        (kind.MONEY, "1070.5"),
        (kind.MONEY, "01.00"),
        (kind.MONEY, "1e3"),
        (kind.MONEY, "๑.๐๐"),
        (kind.QUANTITY, "1.00"),
        (kind.INTEGER, "-0"),
        (kind.INTEGER, "007"),
        (kind.DATE, "20/11/2026"),
        (kind.DATE, "2026-02-30"),
        (kind.DATE, "2569-11-20"),
        (kind.TIMESTAMP, "2026-11-20T10:00:00+07:00"),
        (kind.TIMESTAMP, "2026-11-20T25:00:00Z"),
        (kind.BOOLEAN, "TRUE"),
        (kind.UUID_TEXT, "01920000-0000-7000-8000-00000000000G"),
        (kind.TEXT, "=1+1"),
    ],
)
def test_a_cell_in_another_form_is_not_guessed(kind: Kind, cell: str) -> None:
    with pytest.raises(Unfit):
        kind.read(cell)
