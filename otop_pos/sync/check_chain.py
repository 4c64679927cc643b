"""The package follows the one before: batch, hash, date, and every number that a till gave."""

from collections.abc import Iterator, Mapping

from otop_pos.i18n import _
from otop_pos.sync.check_manifest import Manifest, Rejected, read_manifest
from otop_pos.sync.check_table import Rows
from otop_pos.sync.finding import Finding
from otop_pos.sync.manifest import MANIFEST
from otop_pos.sync.tally import Z_SERIES, split_number

Series = tuple[str, int, str]
"""Till, epoch, series."""


def check_chain(manifest: Manifest, previous: Manifest | None) -> Iterator[Finding]:
    """Without a previous package only the first batch can be judged."""
    head = manifest.head
    if previous is None:
        if head.batch_no == 1 and head.previous_sha256:
            yield Finding("previous-hash", MANIFEST, "otop.prev_manifest_sha256", _("Nothing comes before batch 1"))
        return
    before = previous.head
    if head.shop_id != before.shop_id:
        yield Finding(
            "other-shop", MANIFEST, "otop.shop_id", _("The batch before is of {shop}").format(shop=before.shop_id)
        )
    if head.batch_no != before.batch_no + 1:
        check = "batch-gap" if head.batch_no > before.batch_no else "batch-repeated"
        message = _("Batch {wanted} comes next").format(wanted=before.batch_no + 1)
        yield Finding(check, MANIFEST, str(head.batch_no), message)
    elif head.previous_sha256 != previous.sha256:
        yield Finding(
            "previous-hash", MANIFEST, "otop.prev_manifest_sha256", _("The batch before was replaced or is another")
        )
    if head.business_date <= before.business_date:
        yield Finding("date-order", MANIFEST, "otop.business_date", _("The day does not come after the one before it"))


def check_numbers(manifest: Manifest, previous: Manifest | None, rows: Rows) -> Iterator[Finding]:
    """Z and document numbers go on from the last one sent, without gap or repeat, per till and epoch."""
    given = _given(rows)
    lasts, is_whole = _last_numbers(previous, set(given)) if previous else ({}, manifest.head.batch_no == 1)
    for series, numbers in sorted(given.items()):
        expected = lasts.get(series, 0 if is_whole else min(numbers) - 1) + 1
        for number in sorted(numbers):
            if number != expected:
                yield _misnumbered(series, number, expected)
            expected = max(expected, number + 1)


def _misnumbered(series: Series, number: int, expected: int) -> Finding:
    till_id, epoch, name = series
    kind, file = ("z", "closings.csv") if name == Z_SERIES else ("doc", "documents.csv")
    check = f"{kind}-gap" if number > expected else f"{kind}-repeated"
    message = _("{number} stands where {expected} should").format(number=number, expected=expected)
    return Finding(check, file, f"{till_id},{epoch},{name}", message)


def _given(rows: Rows) -> Mapping[Series, list[int]]:
    given: dict[Series, list[int]] = {}
    for closing in rows["closings"]:
        given.setdefault((closing.till_id, closing.epoch, Z_SERIES), []).append(closing.z_no)
    for document in rows["documents"]:
        series, number = split_number(document.doc_no)
        given.setdefault((document.till_id, document.epoch, series), []).append(number)
    return given


def _last_numbers(previous: Manifest, wanted: set[Series]) -> tuple[dict[Series, int], bool]:
    """The last number of each series, and whether the search went back to batch 1.

    A till may rest for days, so packages before the previous one are looked at too, as long as they
    lie beside it and their hashes fit.
    """
    lasts: dict[Series, int] = {}
    manifest: Manifest | None = previous
    while manifest and wanted - lasts.keys():
        for each in manifest.numbers:
            lasts.setdefault((each.till_id, each.epoch, each.series), each.last)
        if manifest.head.batch_no == 1:
            return lasts, True
        manifest = _before(manifest)
    return lasts, False


def _before(manifest: Manifest) -> Manifest | None:
    head = manifest.head
    for folder in sorted(manifest.folder.parent.glob(f"{head.shop_id}-{head.batch_no - 1:08d}-*")):
        try:
            candidate = read_manifest(folder)
        except Rejected:
            continue
        if candidate.sha256 == head.previous_sha256:
            return candidate
    return None
