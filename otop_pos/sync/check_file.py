"""The folder holds exactly the files that its manifest names, byte for byte."""

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from otop_pos.i18n import _
from otop_pos.sync.check_manifest import Manifest
from otop_pos.sync.finding import Finding
from otop_pos.sync.manifest import MANIFEST

LARGEST_FILE = 200_000_000
"""Bytes; a shop's busiest day is a hundredth of it."""


def check_files(manifest: Manifest) -> Iterator[Finding]:
    """Extra, missing and changed files. A link is never followed."""
    expected = manifest.resources
    there = sorted(manifest.folder.iterdir())
    for path in there:
        if path.name not in (*expected, MANIFEST) or path.is_symlink() or not path.is_file():
            yield Finding("file-unexpected", path.name, "", _("This file does not belong to the package"))
        elif path.name in expected:
            yield from _check_file(path, expected[path.name]["bytes"], expected[path.name]["hash"])
    for name in expected.keys() - {path.name for path in there}:
        yield Finding("file-missing", name, "", _("The file is missing"))


def _check_file(path: Path, size: int, digest: str) -> Iterator[Finding]:
    actual = path.stat().st_size
    if actual > LARGEST_FILE:
        yield Finding("file-too-large", path.name, "", _("The file is larger than any day can be"))
    elif actual != size:
        message = _("{actual} bytes instead of {size}").format(actual=actual, size=size)
        yield Finding("file-bytes", path.name, "", message)
    elif digest != f"sha256:{_sha256_of(path)}":
        yield Finding("file-hash", path.name, "", _("The content was changed after it was sent"))


def _sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
