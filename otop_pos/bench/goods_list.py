"""The figure of an import: a validated product list beside reading and inserting it bare."""

import csv
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from otop_pos.bench.measure import Figure, Goal, compare
from otop_pos.bench.scale import Scale
from otop_pos.db.database import Database, open_database
from otop_pos.domain.barcode import ean13_check_digit
from otop_pos.services.product_import import import_product_file

ROWS, GOODS_PER_MAKER = 20_000, 10
HEADINGS = ("รหัสสินค้า", "ชื่อสินค้า", "name_en", "ราคา", "หน่วย", "ประเภท", "ผู้ผลิต", "บาร์โค้ด", "ดาว", "มาตรฐาน")
_KINDS = (
    ("ผ้าคลุมไหล่ฝ้ายทอมือ", "Cotton shawl", "ผืน", "ผ้า เครื่องแต่งกาย", "cloth"),
    ("น้ำผึ้งรวงดอกลำไย", "Longan honey", "ขวด", "อาหาร", "food"),
    ("แก้วกาแฟศิลาดล", "Celadon coffee cup", "ใบ", "ของใช้ ของตกแต่ง", "craft"),
    ("ชากุหลาบอินทรีย์", "Organic rose tea", "ถุง", "เครื่องดื่ม", "drink"),
    ("สบู่ครามสมุนไพร", "Indigo soap", "ก้อน", "สมุนไพร", "herb"),
)


def import_products(scale: Scale) -> Figure:
    """Into a new shop: every cell checked, makers registered, search texts made; against csv and INSERT."""
    rows = min(ROWS, scale.products)
    goal = Goal("import", f"{rows:,} products of {rows // GOODS_PER_MAKER:,} makers from CSV, validated", target=4)
    with tempfile.TemporaryDirectory() as folder:
        file, shops = _write_list(Path(folder) / "goods.csv", rows), _new_shops(Path(folder))
        return compare(goal, _imported(shops, file), _bare(shops, file), rounds=max(scale.rounds // 12, 3))


def _imported(shops: Iterator[Path], file: Path) -> Callable[[], object]:
    def work() -> None:
        database = open_database(next(shops))
        outcome = database.run(import_product_file, file, None, "CM")
        database.close()
        if outcome.problems:
            raise RuntimeError(outcome.problems[0].sentence)

    return work


def _bare(shops: Iterator[Path], file: Path) -> Callable[[], object]:
    def work() -> None:
        database = open_database(next(shops))
        _insert_bare(database, file)
        database.close()

    return work


def _insert_bare(database: Database, file: Path) -> None:
    """What the cells say, believed: makers by their names, the same columns, one transaction."""
    connection = database.engine.raw_connection()
    driver = connection.driver_connection
    if driver is None:
        raise RuntimeError("no connection")
    with file.open(encoding="utf-8-sig", newline="") as text:
        _headings, *rows = csv.reader(text)
    makers = {name: number for number, name in enumerate(dict.fromkeys(row[6] for row in rows), start=1)}
    categories = {kind[3]: kind[4] for kind in _KINDS}
    driver.execute("BEGIN IMMEDIATE")
    driver.executemany(
        "INSERT INTO producer VALUES (?,?,'community',?,'','','','','','','','','','','','','',0,'',0,1,?,'','')",
        [(number, f"CM-{number:04d}", name, f"cm-{number:04d} {name}") for name, number in makers.items()],
    )
    driver.executemany(
        "INSERT INTO product VALUES (?,?,?,?,?,?,'piece','V7',?,NULL,?,?,0,1,?,NULL,'','',NULL,0,0)",
        [
            (number, row[0], makers[row[6]], *row[1:3], categories[row[5]], int(row[3]) * 100, *row[8:10], _search(row))
            for number, row in enumerate(rows, start=1)
        ],
    )
    driver.executemany("INSERT INTO product_code VALUES (?,?)", [(row[7], no) for no, row in enumerate(rows, start=1)])
    driver.execute("COMMIT")
    connection.close()


def _write_list(path: Path, rows: int) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(HEADINGS)
        writer.writerows(_record(number) for number in range(rows))
    return path


def _record(number: int) -> tuple[object, ...]:
    name_th, name_en, unit, category, _word = _KINDS[number % len(_KINDS)]
    digits = f"885{number:09d}"
    barcode = digits + ean13_check_digit(digits)
    maker = f"กลุ่มแม่บ้านเกษตรกรที่ {number // GOODS_PER_MAKER + 1}"
    names = f"{name_th} ลาย {number + 1}", f"{name_en} no. {number + 1}"
    return f"G{number:06d}", *names, 100 + number % 900, unit, category, maker, barcode, number % 6, "มผช. 17/2546"


def _new_shops(folder: Path) -> Iterator[Path]:
    """Copies of one empty shop."""
    empty = folder / "empty.sqlite"
    open_database(empty).close()
    for number in count(1):
        yield Path(shutil.copyfile(empty, folder / f"shop-{number}.sqlite"))


def _search(row: Sequence[str]) -> str:
    return " ".join((*row[:3], row[7], row[6])).lower()
