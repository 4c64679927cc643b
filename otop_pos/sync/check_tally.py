"""The manifest's own figures, counted again from the rows."""

from collections.abc import Iterator
from typing import Any

from otop_pos.i18n import _
from otop_pos.sync.check_manifest import Manifest
from otop_pos.sync.check_table import Rows
from otop_pos.sync.finding import Finding
from otop_pos.sync.format import TABLES
from otop_pos.sync.manifest import MANIFEST, WrittenFile, write_manifest
from otop_pos.sync.tally import Tally

_CHECKS = {"rows": "row-count", "control": "control-total", "numbers": "number-range"}


def check_tally(manifest: Manifest, rows: Rows) -> Iterator[Finding]:
    """Figure by figure; last of all the manifest as a whole, to the byte."""
    tally = Tally()
    for table in TABLES:
        add = tally.adder(table.name)
        for row in rows[table.name]:
            add(row)
    otop = manifest.descriptor["otop"]
    counted = tally.manifest()
    wrong = [part for part in _CHECKS if otop.get(part) != counted[part]]
    for part in wrong:
        yield from _differences(part, otop.get(part), counted[part])
    if not wrong and _rewritten(manifest, tally) != (manifest.folder / MANIFEST).read_bytes():
        yield Finding("manifest-form", MANIFEST, "", _("The manifest holds more, or is written otherwise, than agreed"))


def _differences(part: str, said: Any, counted: Any) -> Iterator[Finding]:
    if not isinstance(said, dict) or not isinstance(counted, dict):
        yield Finding(_CHECKS[part], MANIFEST, f"otop.{part}", _("The numbers are not those of the documents"))
        return
    for name in sorted(said.keys() | counted.keys()):
        if said.get(name) != counted.get(name):
            message = _("says {said}, but the rows give {counted}").format(
                said=said.get(name), counted=counted.get(name)
            )
            yield Finding(_CHECKS[part], MANIFEST, f"otop.{part}.{name}", message)


def _rewritten(manifest: Manifest, tally: Tally) -> bytes:
    files = []
    for table in TABLES:
        resource = manifest.resources[table.file]
        files.append(WrittenFile(table, resource["bytes"], resource["hash"].removeprefix("sha256:")))
    return write_manifest(manifest.head, files, tally)
