"""Commands; without one the window opens."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from otop_pos.domain.errors import NotFound, Refusal
from otop_pos.i18n import _, use_language
from otop_pos.paths import data_folder
from otop_pos.settings import read_settings

# Pretty tracebacks would print the values of variables, a database password among them.
app = typer.Typer(
    help="OTOP POS: the till of the OTOP Select centres.", add_completion=False, pretty_exceptions_enable=False
)
importing = typer.Typer(help="Bring data in from files.")
app.add_typer(importing, name="import")

Db = Annotated[str, typer.Option("--db", help="SQLite file or postgresql://… (default: this machine's shop)")]


@app.callback(invoke_without_command=True)
def window(context: typer.Context, db: Db = "") -> None:
    """Open the window."""
    use_language("en" if read_settings().language == "en" else "th")
    if context.invoked_subcommand is not None:
        return
    from otop_pos.app import run_window

    raise typer.Exit(run_window(db))


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="A new or empty folder")],
    days: Annotated[int, typer.Option(min=1, max=366)] = 3,
    sales: Annotated[int, typer.Option(min=1, max=5_000, help="Sales per day")] = 200,
    seed: Annotated[int, typer.Option(help="The same seed gives the same figures")] = 7,
) -> None:
    """Trade some days in a demo shop; leaves its database, papers and nightly files in a folder."""
    from otop_pos.db.database import open_database
    from otop_pos.domain.thai_date import local_date
    from otop_pos.pepper import read_pepper
    from otop_pos.services.demo.people import give_demo_secrets
    from otop_pos.services.demo.run import demo_folder, run_demo
    from otop_pos.services.demo.shop import TILLS
    from otop_pos.services.sign_in import Door

    with refusals_as_sentences(), closing(open_database(demo_folder(out))) as database:
        first_day = local_date(datetime.now(UTC)) - timedelta(days=days - 1)
        result = run_demo(database, out, days=days, sales=sales, seed=seed, first_day=first_day, report=typer.echo)
        give_demo_secrets(database, Door(TILLS[0].code, read_pepper(), datetime.now(UTC)))
        _remember_demo(out)
    raise typer.Exit(0 if result.holds else 1)


@app.command()
def verify(db: Db = "") -> None:
    """Check every invariant of the books; exit code 1 when one is broken."""
    from otop_pos.db.database import open_database
    from otop_pos.services.verify import verify as run_invariants

    target = db or _shop_or_last_demo()
    with refusals_as_sentences():
        if "://" not in target and not Path(target).exists():
            raise NotFound(_("Database"), target)
        database = open_database(target)
        results = database.run(run_invariants)
        database.close()
    typer.echo(_("Checked: {database}").format(database=database.label))
    for result in results:
        mark = "\N{CHECK MARK}" if result.holds else "\N{BALLOT X}"
        typer.echo(
            f"{mark} {result.name:<28} {result.checked:>9,} checked  {result.broken:>5,} broken  {result.sentence}"
        )
        for example in result.examples:
            typer.echo(f"    {example}")
    raise typer.Exit(0 if all(result.holds for result in results) else 1)


@app.command()
def send(db: Db = "", outbox: Annotated[Path | None, typer.Option(help="Folder for head office")] = None) -> None:
    """Write the files of every closed day that head office has not got yet (for a nightly task)."""
    from otop_pos.db.database import open_database
    from otop_pos.domain.errors import NothingToSend
    from otop_pos.services.nightly import send_day

    settings = read_settings()
    with refusals_as_sentences():
        database = open_database(db or settings.database_target)
        try:
            while True:
                sent = send_day(database, outbox or settings.outbox)
                typer.echo(f"{sent.business_date} → {sent.folder}")
        except NothingToSend as done:
            typer.echo(done.sentence)
        finally:
            database.close()


@app.command("forget-pins")
def forget_pins(db: Db = "") -> None:
    """Take all PINs and passwords away, when the shop's pepper.key is lost: each person chooses a new one."""
    from otop_pos.db.database import open_database
    from otop_pos.services.sign_in import forget_everybody

    with refusals_as_sentences():
        database = open_database(db or read_settings().database_target)
        people = database.run(forget_everybody, at=datetime.now(UTC))
        database.close()
    typer.echo(_("{count} people choose a new PIN when they sign in next").format(count=people))


@app.command()
def check(outbox: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder of packages")]) -> None:
    """Check the packages for head office as head office does: files, sums, numbers, one day on the other."""
    from otop_pos.sync.check import check_package

    folders = sorted(folder for folder in outbox.iterdir() if (folder / "datapackage.json").is_file())
    findings = 0
    for previous, folder in zip([None, *folders], folders, strict=False):
        found = check_package(folder, previous)
        findings += len(found)
        typer.echo(f"{'✗' if found else '✓'} {folder.name}")
        for finding in found:
            typer.echo(f"    {finding.check}  {finding.file} {finding.key}: {finding.message}")
    raise typer.Exit(1 if findings or not folders else 0)


@importing.command("products")
def import_products(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV with a header line")],
    db: Db = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, change nothing")] = False,
    price: Annotated[str, typer.Option(help="Price in baht for rows that have none")] = "",
) -> None:
    """Import products and their producers; every row that cannot come in is named with its reason."""
    from otop_pos.db.database import open_database
    from otop_pos.domain.thai_date import local_date
    from otop_pos.services.product_import import import_product_file, preview_product_file
    from otop_pos.services.shop import read_shop

    with refusals_as_sentences():
        default_price = _default_price(price, file)
        database = open_database(db or read_settings().database_target)
        if dry_run:
            outcome = database.run(preview_product_file, file, default_price)
        else:
            shop = database.run(read_shop, local_date(datetime.now(UTC)))
            outcome = database.run(import_product_file, file, default_price, shop.code)
        database.close()
    for problem in (*outcome.problems, *outcome.doubts):
        typer.echo(problem.sentence)
    typer.echo(outcome.sentence)
    raise typer.Exit(0 if outcome.imported or not outcome.problems else 1)


@app.command()
def screenshots(out: Annotated[Path, typer.Option(help="Folder for the pictures")]) -> None:
    """Draw every screen with demo data: both languages, dark, large text; without a display."""
    from otop_pos.ui.screenshots import draw_screens

    with refusals_as_sentences():
        for picture in draw_screens(out):
            typer.echo(str(picture))


@app.command()
def bench(
    json: Annotated[Path | None, typer.Option(help="Write the figures to this file too")] = None,
    products: Annotated[int, typer.Option(min=1_000)] = 100_000,
    lines: Annotated[int, typer.Option(min=0, help="Sold lines in the past")] = 1_000_000,
    rounds: Annotated[int, typer.Option(min=10)] = 60,
    postgres: Annotated[str, typer.Option(help="An empty database for the figure of four tills")] = "",
    only: Annotated[list[str] | None, typer.Option(help="Name of a figure; may be repeated")] = None,
) -> None:
    """Measure how fast, each figure as a ratio to a plain floor of the same run."""
    from otop_pos.bench.run import run_bench
    from otop_pos.bench.scale import Scale

    try:
        for line in run_bench(Scale(products, lines, rounds, postgres), only or (), json):
            typer.echo(line)
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


@contextmanager
def refusals_as_sentences() -> Iterator[None]:
    """A refusal is an answer: its sentence, exit code 1, no traceback."""
    try:
        yield
    except Refusal as refusal:
        typer.echo(refusal.sentence, err=True)
        raise typer.Exit(1) from refusal


def _default_price(price: str, file: Path) -> int | None:
    """Satang for rows without a price: as given, else asked for when somebody is there to answer."""
    from otop_pos.domain.money import parse_baht
    from otop_pos.services.product_import import lacks_prices

    if price:
        return parse_baht(price)
    if sys.stdin.isatty() and lacks_prices(file):
        return parse_baht(typer.prompt(_("Price in baht for rows without one")))
    return None


def _remember_demo(out: Path) -> None:
    note = data_folder() / "last-demo.txt"
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(str(out.resolve()), encoding="utf-8")


def _shop_or_last_demo() -> str:
    """This machine's shop; where none was set up yet, the demo shop made last."""
    target, note = read_settings().database_target, data_folder() / "last-demo.txt"
    if "://" in target or Path(target).exists() or not note.exists():
        return target
    return str(Path(note.read_text(encoding="utf-8")) / "shop.sqlite")


def main() -> None:
    app()


if __name__ == "__main__":
    main()
