"""Head office's own reader: what no general tool can see in a package, in order, each with its own code."""

from pathlib import Path

from otop_pos.i18n import _
from otop_pos.sync.check_chain import check_chain, check_numbers
from otop_pos.sync.check_file import check_files
from otop_pos.sync.check_manifest import Manifest, Rejected, read_manifest
from otop_pos.sync.check_stock import check_ledger, check_levels, check_openings
from otop_pos.sync.check_sum import check_sums
from otop_pos.sync.check_table import Rows, load_rows, read_tables
from otop_pos.sync.check_tally import check_tally
from otop_pos.sync.finding import Finding
from otop_pos.sync.ledger_entry import PRODUCER_LEDGER
from otop_pos.sync.manifest import MANIFEST
from otop_pos.sync.stock_level import STOCK_LEVELS

__all__ = ["Finding", "check_package"]


def check_package(folder: Path, previous: Path | None) -> tuple[Finding, ...]:
    """All that is wrong with a package; () means good. `previous` is the folder of the batch before it.

    A stage with findings ends the reading: what is not whole is not added up. Without `previous` the
    opening stock, the balances and the numbers' connection cannot be judged.
    """
    try:
        manifest = read_manifest(folder)
        before = _previous(previous)
    except Rejected as rejected:
        return rejected.findings
    if findings := [*check_files(manifest), *check_chain(manifest, before)]:
        return tuple(findings)
    rows, findings = read_tables(manifest)
    if findings:
        return tuple(findings)
    return tuple(_check_rows(manifest, before, rows))


def _check_rows(manifest: Manifest, before: Manifest | None, rows: Rows) -> list[Finding]:
    findings = [
        *check_tally(manifest, rows),
        *check_numbers(manifest, before, rows),
        *check_sums(rows),
        *check_levels(rows),
        *_closing_days(manifest, rows),
    ]
    if before is None:
        return [*findings, *check_ledger(rows["producer_ledger"], ())]
    levels, entries = load_rows(STOCK_LEVELS, before.folder)[0], load_rows(PRODUCER_LEDGER, before.folder)[0]
    return [*findings, *check_openings(rows["stock_levels"], levels), *check_ledger(rows["producer_ledger"], entries)]


def _closing_days(manifest: Manifest, rows: Rows) -> list[Finding]:
    day = manifest.head.business_date
    return [
        Finding("other-day", "closings.csv", f"{each.till_id},{each.z_no}", _("The closing is of another day"))
        for each in rows["closings"]
        if each.business_date != day
    ]


def _previous(folder: Path | None) -> Manifest | None:
    """A package is judged only after a good one: a previous one that was changed since proves nothing."""
    if folder is None:
        return None
    try:
        manifest = read_manifest(folder)
    except Rejected as rejected:
        raise Rejected(_unreadable(rejected.findings[0].message)) from rejected
    for finding in check_files(manifest):
        raise Rejected(_unreadable(finding.message))
    return manifest


def _unreadable(reason: str) -> Finding:
    return Finding(
        "previous-unreadable", MANIFEST, "", _("The batch before cannot be read: {reason}").format(reason=reason)
    )
