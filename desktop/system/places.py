"""Folders that are copied elsewhere by themselves: synchronised ones, and drives on a network.

A case file in one of them is torn by the copying, keeps copies of what was purged, and
lies with somebody who can be asked for it. Found by what systems and services leave
behind; a service that leaves nothing is not found.

The marks for Windows and macOS are from their documents and were not tried there.
"""

from __future__ import annotations

import json
import os
import platform
import re
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePath


class Elsewhere(Enum):
    """How a folder comes to lie elsewhere too."""

    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True)
class Found:
    """What copies a folder. ``by`` is a service's name, or the kind of a network drive."""

    how: Elsewhere
    by: str


@dataclass(frozen=True)
class Machine:
    """What is asked of a computer; another one can be described in its stead.

    ``mounts`` are pairs of a place and the kind of drive behind it. ``content`` gives the
    text of a small file, None where there is none; ``exists`` asks for any entry.
    """

    system: str
    home: PurePath
    environment: Mapping[str, str] = field(default_factory=dict)
    mounts: tuple[tuple[str, str], ...] = ()
    remote_drives: frozenset[str] = frozenset()
    content: Callable[[PurePath], str | None] = lambda path: None
    exists: Callable[[PurePath], bool] = lambda path: False


# The name of a folder that a service makes for itself, as it stands somewhere in the path.
_NAMES = tuple(
    (re.compile(pattern, re.IGNORECASE), service)
    for pattern, service in (
        (r"onedrive( ?-.*)?", "OneDrive"),
        (r"dropbox( \(.*\))?", "Dropbox"),
        (r"googledrive(-.*)?|google drive|my drive|shared drives", "Google Drive"),
        (r"icloud ?drive|com~apple~clouddocs|mobile documents", "iCloud"),
        (r"cloudstorage|box sync|box-box", "a cloud service"),
        (r"nextcloud|owncloud", "Nextcloud"),
        (r"pclouddrive|pcloud drive|megasync|mega|proton drive", "a cloud service"),
    )
)
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
# What a service leaves in the folder that it copies.
_LEFT_BEHIND = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
}
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afpfs|afs|ncpfs|webdav|davfs2?|ceph|glusterfs|lustre|"
    r"fuse\.(sshfs|davfs2?|glusterfs|ceph|gvfsd-fuse|kio-fuse|smbnetfs|curlftpfs)",
    re.IGNORECASE,
)
_CLOUD_MOUNT = re.compile(
    r"fuse\.(rclone|google-drive-ocamlfuse|gdfs|onedriver|s3fs|gcsfuse|insync|pcloud)",
    re.IGNORECASE,
)


def copied_elsewhere(folder: PurePath, machine: Machine) -> Found | None:
    """What copies this folder, as far as that can be told. ``folder`` is a resolved path."""
    service = _service(folder, machine)
    if service is not None:
        return Found(Elsewhere.SYNCED, service)
    kind = _drive(folder, machine)
    if kind is not None and _CLOUD_MOUNT.fullmatch(kind):
        return Found(Elsewhere.SYNCED, "a cloud service")
    if kind is not None and _NETWORK.fullmatch(kind):
        return Found(Elsewhere.NETWORK, kind)
    return None


def this_machine() -> Machine:
    """The computer that this runs on."""
    return Machine(
        system=platform.system(),
        home=Path.home(),
        environment=os.environ,
        mounts=_mounts(),
        remote_drives=_remote_drives(),
        content=_content,
        exists=lambda path: Path(path).exists(),
    )


def _service(folder: PurePath, machine: Machine) -> str | None:
    for part in folder.parts:
        for pattern, service in _NAMES:
            if pattern.fullmatch(part):
                return service
    for place, service in _told_places(machine):
        if folder.is_relative_to(place):
            return service
    for above in (folder, *folder.parents):
        for name, service in _LEFT_BEHIND.items():
            if machine.exists(above / name):
                return service
    return None


def _told_places(machine: Machine) -> Iterator[tuple[PurePath, str]]:
    """Folders that a service names in its own settings."""
    kind = type(machine.home)
    for name in _ONEDRIVE:
        if machine.environment.get(name):
            yield kind(machine.environment[name]), "OneDrive"
    bases = [machine.home / ".dropbox"]
    for name in ("APPDATA", "LOCALAPPDATA"):
        if machine.environment.get(name):
            bases.append(kind(machine.environment[name]) / "Dropbox")
    for base in bases:
        for place in _dropbox(machine.content(base / "info.json")):
            yield kind(place), "Dropbox"
    clouds = machine.home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    for name in ("Desktop", "Documents"):
        # With "Desktop & Documents Folders" on, iCloud has a folder of that name.
        if machine.system == "Darwin" and machine.exists(clouds / name):
            yield machine.home / name, "iCloud"


def _dropbox(told: str | None) -> list[str]:
    try:
        accounts = json.loads(told or "{}")
    except ValueError:
        return []
    found = accounts.values() if isinstance(accounts, dict) else ()
    return [account["path"] for account in found if isinstance(account, dict) and "path" in account]


def _drive(folder: PurePath, machine: Machine) -> str | None:
    """The kind of drive that the folder lies on, where the system tells."""
    if machine.system == "Windows":
        far = folder.drive.startswith("\\\\") or folder.drive.upper() in machine.remote_drives
        return "smb" if far else None
    kind = type(folder)
    on = [(place, what) for place, what in machine.mounts if folder.is_relative_to(kind(place))]
    return max(on, key=lambda mount: len(mount[0]))[1] if on else None


def _mounts() -> tuple[tuple[str, str], ...]:
    if platform.system() == "Darwin":
        return _told_by_mount()
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return ()
    fields = (line.split(" ") for line in lines)
    return tuple((_unescaped(told[1]), told[2]) for told in fields if len(told) > 2)


def _unescaped(place: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), place)


def _told_by_mount() -> tuple[tuple[str, str], ...]:
    """``mount`` says: //nurse@server/share on /Volumes/share (smbfs, nodev)."""
    import subprocess  # noqa: PLC0415 - only macOS has no file that tells

    told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
    return tuple(re.findall(r" on (/.*?) \((\w+)[,)]", told))


def _remote_drives() -> frozenset[str]:
    if platform.system() != "Windows":
        return frozenset()
    import ctypes  # noqa: PLC0415

    remote = 4  # DRIVE_REMOTE, of GetDriveTypeW
    letters = (f"{letter}:" for letter in string.ascii_uppercase)
    asked = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009 - of Windows alone
    return frozenset(letter for letter in letters if asked(f"{letter}\\") == remote)


def _content(path: PurePath) -> str | None:
    try:
        return Path(path).read_text("utf-8")[:65536]
    except (OSError, ValueError):
        return None
