"""Texts: what the code says into the Thai .po, the .po into the .mo that the program reads, both into the wheel."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = "otop_pos"


class ResourceHook(BuildHookInterface[Any]):
    """Hatchling runs it before a wheel or an editable installation is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        compile_catalogues(root)
        if version == "editable":  # the checkout's own resources are used
            return
        for folder in sorted((root / "resources").iterdir()):
            if folder.name != "screenshots":
                build_data["force_include"][str(folder)] = f"{DOMAIN}/resources/{folder.name}"


def compile_catalogues(root: Path) -> None:
    for source in sorted(root.glob(f"resources/locale/*/LC_MESSAGES/{DOMAIN}.po")):
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, read_catalogue(source))


def source_of(root: Path, language: str) -> Path:
    return root / "resources" / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_catalogue(source: Path) -> Catalog:
    """The catalogue of a file in …/locale/<language>/LC_MESSAGES; a new one when there is no file yet."""
    language = source.parent.parent.name
    if not source.exists():
        heading = f"# Texts of OTOP POS in {language}; the English ones are in the code."
        return Catalog(locale=language, domain=DOMAIN, project="otop-pos", header_comment=heading, fuzzy=False)
    with source.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def extract(root: Path) -> Catalog:
    """Every text the code says through `_` and `ngettext`."""
    template = Catalog(domain=DOMAIN)
    for filename, line, message, comments, context in extract_from_dir(root / DOMAIN, [("**.py", "python")]):
        place = (f"{DOMAIN}/{Path(filename).as_posix()}", line)
        template.add(message, None, [place], auto_comments=comments, context=context)
    return template


def update_catalogue(root: Path, language: str = "th") -> Catalog:
    """Keeps what is translated, adds what is new, drops what the code no longer says."""
    target = source_of(root, language)
    catalogue = read_catalogue(target)
    template = extract(root)
    template.creation_date = catalogue.creation_date  # otherwise every run would change the file
    catalogue.update(template, no_fuzzy_matching=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return catalogue


def main(command: str) -> int:
    if command == "update":
        catalogue = update_catalogue(ROOT)
        texts = [message for message in catalogue if message.id]
        waiting = [message for message in texts if not message.string]
        print(f"{len(texts)} texts, {len(waiting)} of them without a Thai translation")
    compile_catalogues(ROOT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
