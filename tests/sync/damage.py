"""Ways to spoil a package: in a file, and with the manifest made to agree with it again."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from otop_pos.sync.check import check_package


def checks(folder: Path, previous: Path | None = None) -> set[str]:
    return {finding.check for finding in check_package(folder, previous)}


def change_text(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a text that stands exactly once."""
    text = (folder / file).read_bytes().decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    (folder / file).write_bytes(text.replace(old, new).encode())


def change_manifest(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "datapackage.json"
    manifest = json.loads(path.read_bytes())
    change(manifest)
    path.write_bytes((json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())


def seal(folder: Path) -> None:
    """Make sizes and hashes in the manifest true again, as a forger would."""

    def measure(manifest: dict[str, Any]) -> None:
        for resource in manifest["resources"]:
            data = (folder / resource["path"]).read_bytes()
            resource |= {"bytes": len(data), "hash": f"sha256:{sha256(data).hexdigest()}"}

    change_manifest(folder, measure)


def change_sealed(folder: Path, file: str, old: str, new: str) -> None:
    change_text(folder, file, old, new)
    seal(folder)
