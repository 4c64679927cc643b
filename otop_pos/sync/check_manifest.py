"""Reading a manifest that may be forged: nothing of it is used before its form is known to be right."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from otop_pos.i18n import _
from otop_pos.sync.finding import Finding
from otop_pos.sync.format import FORMAT, TABLES
from otop_pos.sync.kind import DATE, IDENTIFIER, TEXT, TIMESTAMP, Unfit
from otop_pos.sync.manifest import FUNCTIONS, MANIFEST, PackageHead, folder_name
from otop_pos.sync.tally import NumberRange

LARGEST_MANIFEST = 1_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`descriptor` is the JSON as read; `head`, `numbers` and each resource's path, size and hash have their form."""

    folder: Path
    sha256: str
    head: PackageHead
    numbers: tuple[NumberRange, ...]
    descriptor: dict[str, Any]

    @property
    def resources(self) -> dict[str, dict[str, Any]]:
        """By file name."""
        return {resource["path"]: resource for resource in self.descriptor["resources"]}


class Rejected(Exception):
    """The manifest cannot be used; carries the findings."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings)
        self.findings = findings


def read_manifest(folder: Path) -> Manifest:
    """Raises Rejected."""
    data = _read(folder / MANIFEST)
    descriptor = _parse(data)
    head = _head(descriptor)
    findings = [*_names(folder, descriptor, head), *_resources(descriptor)]
    if findings:
        raise Rejected(*findings)
    return Manifest(folder, sha256(data).hexdigest(), head, _numbers(descriptor["otop"]), descriptor)


def _rejected(check: str, key: str, message: str) -> Rejected:
    return Rejected(Finding(check, MANIFEST, key, message))


def _read(path: Path) -> bytes:
    if path.is_symlink() or not path.is_file():
        raise _rejected("manifest-missing", "", _("There is no manifest: this is no package"))
    with path.open("rb") as file:
        data = file.read(LARGEST_MANIFEST + 1)
    if len(data) > LARGEST_MANIFEST:
        raise _rejected("manifest-unreadable", "", _("The manifest is too large"))
    return data


def _parse(data: bytes) -> dict[str, Any]:
    try:
        descriptor = json.loads(data.decode())
    except (ValueError, RecursionError):
        descriptor = None
    if not isinstance(descriptor, dict):
        raise _rejected("manifest-unreadable", "", _("The manifest is not JSON"))
    return descriptor


def _head(descriptor: dict[str, Any]) -> PackageHead:
    otop = descriptor.get("otop")
    if not isinstance(otop, dict) or otop.get("format") != FORMAT:
        raise _rejected(
            "format-unknown", "otop.format", _("This reader knows format {format} only").format(format=FORMAT)
        )
    try:
        head = PackageHead(
            shop_id=IDENTIFIER.read(otop["shop_id"]),
            batch_no=_counting(otop["batch_no"]),
            business_date=DATE.read(otop["business_date"]),
            closed_at=TIMESTAMP.read(descriptor["created"]),
            software=TEXT.read(otop["software"]),
            previous_sha256="" if otop["prev_manifest_sha256"] is None else _sha256(otop["prev_manifest_sha256"]),
            revision=_counting(otop["revision"]),
            function=TEXT.read(otop["function"]),
            timezone=TEXT.read(otop["timezone"]),
        )
    except (KeyError, TypeError, Unfit) as error:
        raise _rejected("manifest-form", "otop", str(error)) from error
    if head.function not in FUNCTIONS or (head.function == "ORIGINAL") != (head.revision == 1):
        raise _rejected("revision", "otop.revision", _("Only the first revision is ORIGINAL, all others replace it"))
    return head


def _numbers(otop: dict[str, Any]) -> tuple[NumberRange, ...]:
    try:
        ranges = tuple(NumberRange(**each) for each in otop["numbers"])
    except (KeyError, TypeError) as error:
        raise _rejected("manifest-form", "otop.numbers", str(error)) from error
    for each in ranges:
        texts, numbers = (each.till_id, each.series), (each.epoch, each.first, each.last)
        if {type(text) for text in texts} != {str} or {type(number) for number in numbers} != {int}:
            raise _rejected("manifest-form", "otop.numbers", _("a value is missing"))
    return ranges


def _names(folder: Path, descriptor: dict[str, Any], head: PackageHead) -> Iterator[Finding]:
    name = folder_name(head)
    if folder.name != name or descriptor.get("name") != name.lower():
        yield Finding("folder-name", MANIFEST, folder.name, _("The content is that of {name}").format(name=name))


def _resources(descriptor: dict[str, Any]) -> Iterator[Finding]:
    """Paths are compared, never followed."""
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not all(isinstance(each, dict) for each in resources):
        yield Finding("manifest-form", MANIFEST, "resources", _("The list of files is missing"))
        return
    paths = [str(resource.get("path")) for resource in resources]
    escapes = [path for path in paths if not re.fullmatch(r"[a-z_]+\.csv", path)]
    for path in escapes:
        yield Finding("path-escape", MANIFEST, path[:100], _("A file may not lie outside the package"))
    if not escapes and paths != [table.file for table in TABLES]:
        yield Finding("resource-list", MANIFEST, "resources", _("The files are not those of the format, in its order"))
    for resource in resources:
        if not _has_measure(resource):
            yield Finding("manifest-form", MANIFEST, str(resource.get("path"))[:100], _("Size or hash is missing"))


def _has_measure(resource: dict[str, Any]) -> bool:
    size, digest = resource.get("bytes"), resource.get("hash")
    if type(size) is not int or not isinstance(digest, str):
        return False
    return digest.startswith("sha256:") and _SHA256.fullmatch(digest.removeprefix("sha256:")) is not None


def _counting(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise Unfit(_("{value} is not a whole number").format(value=repr(value)))
    return value


def _sha256(value: Any) -> str:
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise Unfit(_("“{value}” is not written as this column asks").format(value=value))
    return value
