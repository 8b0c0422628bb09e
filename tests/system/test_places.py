"""Folders that others copy are recognised, for each system as its services name them."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from desktop.system.places import Elsewhere, Found, Machine, copied_elsewhere, this_machine

WINDOWS = Machine(
    "Windows",
    PureWindowsPath(r"C:\Users\ines"),
    environment={
        "OneDrive": r"D:\Cloud of Ines",
        "OneDriveCommercial": r"C:\Users\ines\Invented Clinic Files",
        "APPDATA": r"C:\Users\ines\AppData\Roaming",
        "LOCALAPPDATA": r"C:\Users\ines\AppData\Local",
    },
    remote_drives=frozenset({"Z:"}),
    content=lambda path: (
        r'{"personal": {"path": "E:\\Box of Ines"}}'
        if path == PureWindowsPath(r"C:\Users\ines\AppData\Local\Dropbox\info.json")
        else None
    ),
)
MAC = Machine(
    "Darwin",
    PurePosixPath("/Users/ines"),
    mounts=(("/", "apfs"), ("/Volumes/Clinic", "smbfs"), ("/Volumes/Stick", "msdos")),
    exists=lambda path: str(path).endswith("com~apple~CloudDocs/Desktop"),
)
LINUX = Machine(
    "Linux",
    PurePosixPath("/users/ines"),
    mounts=(
        *(("/", "ext4"), ("/users", "ext4"), ("/mnt/office", "nfs4"), ("/mnt/share", "cifs")),
        *(("/mnt/far", "fuse.sshfs"), ("/mnt/cloud", "fuse.rclone"), ("/mnt/stick", "vfat")),
        ("/run/user/1000/gvfs", "fuse.gvfsd-fuse"),
    ),
    content=lambda path: (
        '{"business": {"path": "/users/ines/Shared work"}}'
        if path == PurePosixPath("/users/ines/.dropbox/info.json")
        else None
    ),
    exists=lambda path: path == PurePosixPath("/users/ines/plain/.stfolder"),
)


@pytest.mark.parametrize(
    ("machine", "folder", "by"),
    [
        (WINDOWS, r"C:\Users\ines\AppData\Local\Amparo", None),
        (WINDOWS, r"C:\Users\ines\Documents\Amparo", None),
        (WINDOWS, r"C:\Users\ines\OneDriver\Amparo", None),
        (WINDOWS, r"C:\Users\ines\OneDrive\Documents\Amparo", "OneDrive"),
        (WINDOWS, r"C:\Users\ines\OneDrive - Invented Clinic\Desktop", "OneDrive"),
        (WINDOWS, r"D:\Cloud of Ines\Amparo", "OneDrive"),
        (WINDOWS, r"d:\cloud of ines", "OneDrive"),
        (WINDOWS, r"C:\Users\ines\Invented Clinic Files\Amparo", "OneDrive"),
        (WINDOWS, r"C:\Users\ines\Dropbox (Personal)\Amparo", "Dropbox"),
        (WINDOWS, r"E:\Box of Ines\Amparo", "Dropbox"),
        (WINDOWS, r"G:\My Drive\Amparo", "Google Drive"),
        (WINDOWS, r"C:\Users\ines\Google Drive", "Google Drive"),
        (WINDOWS, r"C:\Users\ines\iCloudDrive\Amparo", "iCloud"),
        (WINDOWS, r"\\server\clinic\Amparo", Elsewhere.NETWORK),
        (WINDOWS, r"z:\Amparo", Elsewhere.NETWORK),
        (MAC, "/Users/ines/Library/Application Support/Amparo", None),
        (MAC, "/Users/ines/Documents/Amparo", None),
        (MAC, "/Volumes/Stick/Amparo", None),
        (MAC, "/Users/ines/Desktop/Amparo", "iCloud"),
        (MAC, "/Users/ines/Library/Mobile Documents/com~apple~CloudDocs/Amparo", "iCloud"),
        (MAC, "/Users/ines/Library/CloudStorage/OneDrive-InventedClinic/A", "a cloud service"),
        (MAC, "/Users/ines/Dropbox/Amparo", "Dropbox"),
        (MAC, "/Volumes/Clinic/Amparo", Elsewhere.NETWORK),
        (LINUX, "/users/ines/.local/share/Amparo", None),
        (LINUX, "/mnt/stick/Amparo", None),
        (LINUX, "/users/ines/dropboxes/Amparo", None),
        (LINUX, "/users/ines/Dropbox/Amparo", "Dropbox"),
        (LINUX, "/users/ines/Shared work/Amparo", "Dropbox"),
        (LINUX, "/users/ines/Nextcloud/Amparo", "Nextcloud"),
        (LINUX, "/users/ines/plain/deep/Amparo", "Syncthing"),
        (LINUX, "/mnt/cloud/Amparo", "a cloud service"),
        (LINUX, "/mnt/office/Amparo", Elsewhere.NETWORK),
        (LINUX, "/mnt/share", Elsewhere.NETWORK),
        (LINUX, "/mnt/far/Amparo", Elsewhere.NETWORK),
        (LINUX, "/run/user/1000/gvfs/smb-share:server=s/Amparo", Elsewhere.NETWORK),
    ],
)
def test_a_folder_that_others_copy_is_told(
    machine: Machine, folder: str, by: str | Elsewhere | None
) -> None:
    kind: type[PurePath] = type(machine.home)
    found = copied_elsewhere(kind(folder), machine)
    if by is None:
        assert found is None
    elif isinstance(by, Elsewhere):
        assert found is not None and found.how is by
    else:
        assert found == Found(Elsewhere.SYNCED, by)


@pytest.mark.parametrize("told", ["", "[]", "{", '{"personal": 3}', '{"personal": {}}'])
def test_settings_of_a_service_that_cannot_be_read_say_nothing(told: str) -> None:
    machine = Machine("Linux", PurePosixPath("/users/ines"), content=lambda path: told)
    assert copied_elsewhere(PurePosixPath("/users/ines/Amparo"), machine) is None


def test_this_computer_can_be_asked(tmp_path: PurePath) -> None:
    assert copied_elsewhere(tmp_path, this_machine()) is None
