"""Hands a PDF to a printer of the operating system."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from otop_pos.domain.errors import PrinterSilent

TIME_LIMIT_S = 10


def list_printers() -> tuple[str, ...]:
    """The printers that this computer knows, by name; none where nobody can be asked."""
    if sys.platform == "win32":
        return _windows_printers()
    command = shutil.which("lpstat")
    if command is None:
        return ()
    try:
        answer = subprocess.run([command, "-e"], check=True, capture_output=True, timeout=TIME_LIMIT_S)
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(sorted(answer.stdout.decode(errors="replace").split()))


def _windows_printers() -> tuple[str, ...]:
    """As Windows keeps them for this user: name, driver, port."""
    import winreg

    path = r"Software\Microsoft\Windows NT\CurrentVersion\Devices"
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:  # type: ignore[attr-defined,unused-ignore]
            count = winreg.QueryInfoKey(key)[1]  # type: ignore[attr-defined,unused-ignore]
            names = [winreg.EnumValue(key, number)[0] for number in range(count)]  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return ()
    return tuple(sorted(names))


def print_file(path: Path, printer: str) -> None:
    """Queue the file on the named printer; "" keeps it as a file only. Refuses PrinterSilent."""
    if not printer:
        return
    if sys.platform == "win32":
        _print_on_windows(path, printer)
    else:
        _print_through_cups(path, printer)


def _print_through_cups(path: Path, printer: str) -> None:
    command = shutil.which("lp")
    if command is None:
        raise PrinterSilent(printer, str(path))
    try:
        subprocess.run([command, "-d", printer, "--", str(path)], check=True, capture_output=True, timeout=TIME_LIMIT_S)
    except (OSError, subprocess.SubprocessError) as error:
        raise PrinterSilent(printer, str(path)) from error


def _print_on_windows(path: Path, printer: str) -> None:
    try:
        # The program registered for PDF prints it; the printer is its argument.
        os.startfile(path, "printto", f'"{printer}"')  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        raise PrinterSilent(printer, str(path)) from error
