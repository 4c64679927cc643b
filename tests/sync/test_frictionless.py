"""Head office can check a package with the public tool alone, and the tool's teeth bite."""

from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import validate

from tests.sync.damage import change_sealed, change_text
from tests.sync.day import empty_day, first_day, write_day, write_two_days

Damage = Callable[[Path], object]


def errors_of(folder: Path) -> list[str]:
    return [error for (error,) in validate(str(folder / "datapackage.json")).flatten(["type"])]


def test_two_days_are_valid(tmp_path: Path) -> None:
    for written in write_two_days(tmp_path):
        assert validate(str(written.folder / "datapackage.json")).valid


def test_an_empty_day_is_valid(tmp_path: Path) -> None:
    assert errors_of(write_day(tmp_path, empty_day()).folder) == []


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (lambda day: change_text(day, "payments.csv", "A-118", "A-119"), "hash-count"),
        (lambda day: change_text(day, "payments.csv", "A-118", "A-1180"), "byte-count"),
        (lambda day: (day / "lots.csv").unlink(), "scheme-error"),
        (lambda day: change_sealed(day, "document_lines.csv", "P-0003", "P-0009"), "foreign-key"),
        (lambda day: change_sealed(day, "line_allocations.csv", ",2000000000022,", ",2000000000099,"), "foreign-key"),
        (
            lambda day: change_sealed(day, "documents.csv", ",1,1,CM01-1-690000002,", ",7,1,CM01-1-690000002,"),
            "foreign-key",
        ),
        (lambda day: change_sealed(day, "payments.csv", "1000.00", "1000 baht"), "type-error"),
        (lambda day: change_sealed(day, "closings.csv", "2026-11-20,", "20/11/2569,"), "type-error"),
        (lambda day: change_sealed(day, "payments.csv", ",promptpay,", ",cheque,"), "constraint-error"),
        (lambda day: change_sealed(day, "products.csv", "P-0002", "p 2"), "constraint-error"),
        (lambda day: change_sealed(day, "operators.csv", "นงนุช", ""), "constraint-error"),
        (lambda day: change_sealed(day, "products.csv", "P-0003", "P-0002"), "primary-key"),
        (lambda day: change_sealed(day, "tills.csv", "machine_no", "machine"), "incorrect-label"),
    ],
)
def test_the_public_tool_names_the_damage(tmp_path: Path, damage: Damage, error: str) -> None:
    folder = write_day(tmp_path, first_day()).folder
    damage(folder)
    assert error in errors_of(folder)
