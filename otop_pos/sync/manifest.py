"""The package's manifest: a Data Package v2 descriptor, and what head office needs beside it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from otop_pos.sync.format import FORMAT
from otop_pos.sync.kind import TIMESTAMP
from otop_pos.sync.table import Table
from otop_pos.sync.tally import Tally

MANIFEST = "datapackage.json"
SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
FUNCTIONS = ("ORIGINAL", "REPLACE", "CANCEL")


@dataclass(frozen=True, slots=True)
class PackageHead:
    """What a package is about. `closed_at` (UTC) is the day's last closing, never the time of this run;
    `previous_sha256` is the manifest of batch_no − 1 ("" for the first)."""

    shop_id: str
    batch_no: int
    business_date: date
    closed_at: datetime
    software: str
    previous_sha256: str = ""
    revision: int = 1
    function: str = "ORIGINAL"
    timezone: str = "Asia/Bangkok"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    table: Table
    size: int
    sha256: str


def folder_name(day: PackageHead) -> str:
    """'CM-00000123-2026-11-20-r1': shop, batch, business date, revision."""
    return f"{day.shop_id}-{day.batch_no:08d}-{day.business_date.isoformat()}-r{day.revision}"


def write_manifest(day: PackageHead, files: Sequence[WrittenFile], tally: Tally) -> bytes:
    """The same day gives the same bytes: fixed order, nothing of the clock."""
    descriptor = {
        "$schema": SCHEMA,
        "name": folder_name(day).lower(),
        "version": f"{day.revision}.0.0",
        "created": TIMESTAMP.write(day.closed_at),
        "resources": [_resource(file) for file in files],
        "otop": _shop_part(day) | tally.manifest(),
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(file: WrittenFile) -> dict[str, Any]:
    return {
        "name": file.table.name,
        "type": "table",
        "path": file.table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": file.table.schema(),
    }


def _shop_part(day: PackageHead) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "shop_id": day.shop_id,
        "batch_no": day.batch_no,
        "revision": day.revision,
        "function": day.function,
        "business_date": day.business_date.isoformat(),
        "timezone": day.timezone,
        "prev_manifest_sha256": day.previous_sha256 or None,
        "software": day.software,
    }
