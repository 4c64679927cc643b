"""A list of products comes in: good rows enter, every other says what to do."""

from pathlib import Path

from sqlalchemy import text

from otop_pos.db.database import Database
from otop_pos.services.product import find_products
from otop_pos.services.product_import import ImportOutcome, import_product_file, lacks_prices, preview_product_file
from tests.factories import small_shop

LIST = '''ชื่อสินค้า,ราคา,หน่วย,ผู้ผลิต,รหัส,ตำบล,อำเภอ
ชากุหลาบอินทรีย์,150,กล่อง,,,แม่นะ,เชียงดาว
"ย่าม ""ลายขิด""",,ชิ้น,กลุ่มทอผ้าบ้านตาล,,,
ผ้าขาวม้า,สองร้อย,ผืน,กลุ่มทอผ้าบ้านตาล,,,
น้ำผึ้งป่า,๓๕๐.๐๐,ขวด,CM-0002,HONEY-1,,
'''


def a_list(folder: Path, content: str = LIST) -> Path:
    file = folder / "list.csv"
    file.write_text(content, encoding="utf-8-sig")
    return file


def bring_in(database: Database, file: Path, price: int | None = None) -> ImportOutcome:
    return database.run(import_product_file, file, price, "CM")


def test_good_rows_enter_and_the_others_are_named_by_row(database: Database, tmp_path: Path) -> None:
    small_shop(database)
    outcome = bring_in(database, a_list(tmp_path))
    assert (outcome.imported, outcome.new_producers) == (2, 1)
    assert [problem.row_no for problem in outcome.problems] == [3, 4]
    (honey,) = database.run(find_products, "HONEY-1")
    assert (honey.name_th, honey.price, honey.unit) == ("น้ำผึ้งป่า", 35_000, "bottle")


def test_a_price_for_rows_without_one_lets_them_in(database: Database, tmp_path: Path) -> None:
    small_shop(database)
    file = a_list(tmp_path)
    assert lacks_prices(file)
    assert bring_in(database, file, 35_000).imported == 3
    (bag,) = database.run(find_products, "ลายขิด")
    assert (bag.name_th, bag.price) == ('ย่าม "ลายขิด"', 35_000)


def test_a_rehearsal_says_the_same_and_changes_nothing(database: Database, tmp_path: Path) -> None:
    small_shop(database)
    file = a_list(tmp_path)
    rehearsed = database.run(preview_product_file, file, 100)
    assert database.run(find_products, "ชากุหลาบ") == ()
    done = bring_in(database, file, 100)
    assert (rehearsed.imported, rehearsed.new_producers, rehearsed.problems) == (
        done.imported,
        done.new_producers,
        done.problems,
    )
    assert rehearsed.sentence != done.sentence


def test_importing_the_same_file_twice_changes_nothing(database: Database, tmp_path: Path) -> None:
    small_shop(database)
    file = a_list(tmp_path)
    bring_in(database, file, 100)
    again = bring_in(database, file, 100)
    assert (again.imported, again.new_producers) == (0, 0)
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM product")).scalar_one() == 3 + 3


def test_two_equal_rows_of_one_file_enter_once(database: Database, tmp_path: Path) -> None:
    small_shop(database)
    rows = "ชื่อสินค้า,ราคา,ผู้ผลิต\nผ้าถุง,500,CM-0001\nผ้าถุง,500,CM-0001\n"
    outcome = bring_in(database, a_list(tmp_path, rows))
    assert outcome.imported == 1
    assert [problem.row_no for problem in outcome.problems] == [3]


def test_goods_of_a_district_list_are_kept_by_their_tambon(database: Database, tmp_path: Path) -> None:
    small_shop(database)
    bring_in(database, a_list(tmp_path))
    with database.engine.connect() as connection:
        found = connection.execute(text("SELECT code, name_th, tambon_th FROM producer ORDER BY code DESC")).first()
    assert found is not None
    assert tuple(found) == ("CM-0003", "ผู้ผลิต ต.แม่นะ อ.เชียงดาว", "แม่นะ")
