"""Finding a day that was written before, so that it is taken as it stands."""

from dataclasses import replace
from pathlib import Path

from otop_pos.sync.check_file import check_files
from otop_pos.sync.check_manifest import Rejected, read_manifest
from otop_pos.sync.manifest import PackageHead, folder_name
from otop_pos.sync.package import WrittenPackage


def find_published(outbox: Path, day: PackageHead) -> WrittenPackage | None:
    """The day's package where the outbox has it whole, whatever program version wrote it; else None.

    A run that was cut off after publishing must not write the day anew: names and prices may have
    changed since, and a published batch never changes.
    """
    try:
        manifest = read_manifest(outbox / folder_name(day))
    except (OSError, Rejected):
        return None
    if replace(manifest.head, software=day.software) != day or any(check_files(manifest)):
        return None
    return WrittenPackage(manifest.folder, manifest.sha256)
