"""Brings the fonts that the window and the letters use into ``resources/fonts``.

For development only: a user has them in the checkout already. Each comes from
a package registry by name, version and the archive's sha256, so that the same
bytes come every time or nothing comes. Needs ``npm``; run it from anywhere:
``python3 packaging/fonts.py``.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"


@dataclass(frozen=True)
class Source:
    """A published archive, and which of its files become which of ours."""

    package: str
    version: str
    sha256: str
    files: tuple[tuple[str, str], ...]


SOURCES = (
    Source(
        "@expo-google-fonts/noto-sans",
        "0.4.2",
        "98cf14a19b8e67a0e76bfd4d5df98937b9734e6dde570bd750f2259042042548",
        (
            ("400Regular/NotoSans_400Regular.ttf", "letters/NotoSans-Regular.ttf"),
            ("700Bold/NotoSans_700Bold.ttf", "letters/NotoSans-Bold.ttf"),
            ("LICENSE_FONT", "letters/NotoSans-OFL.txt"),
        ),
    ),
    Source(
        "@expo-google-fonts/noto-naskh-arabic",
        "0.4.5",
        "2f93452f15b3bdd86b922be17f247986d4d0e2ae7a1ca51f5d80326b2680628e",
        (
            ("400Regular/NotoNaskhArabic_400Regular.ttf", "letters/NotoNaskhArabic-Regular.ttf"),
            ("700Bold/NotoNaskhArabic_700Bold.ttf", "letters/NotoNaskhArabic-Bold.ttf"),
            ("LICENSE_FONT", "letters/NotoNaskhArabic-OFL.txt"),
        ),
    ),
    Source(
        "@expo-google-fonts/noto-sans-sc",
        "0.4.3",
        "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
        (
            ("400Regular/NotoSansSC_400Regular.ttf", "letters/NotoSansSC-Regular.ttf"),
            ("700Bold/NotoSansSC_700Bold.ttf", "letters/NotoSansSC-Bold.ttf"),
            ("LICENSE_FONT", "letters/NotoSansSC-OFL.txt"),
        ),
    ),
    Source(
        "@expo-google-fonts/noto-sans-tc",
        "0.4.3",
        "e7532a3a43a6c660ee0351a167b99fe0da52f20b4940fb3fc067ed7c5bd594bf",
        (
            ("400Regular/NotoSansTC_400Regular.ttf", "letters/NotoSansTC-Regular.ttf"),
            ("700Bold/NotoSansTC_700Bold.ttf", "letters/NotoSansTC-Bold.ttf"),
            ("LICENSE_FONT", "letters/NotoSansTC-OFL.txt"),
        ),
    ),
    Source(
        "@expo-google-fonts/inter",
        "0.4.2",
        "b5c1e5878c07a5637169da9f7b1f370c69709f1f8de55998e2522f7aa9dfe2a9",
        (
            ("400Regular/Inter_400Regular.ttf", "window/Inter-Regular.ttf"),
            ("500Medium/Inter_500Medium.ttf", "window/Inter-Medium.ttf"),
            ("600SemiBold/Inter_600SemiBold.ttf", "window/Inter-SemiBold.ttf"),
            ("LICENSE_FONT", "window/Inter-OFL.txt"),
        ),
    ),
    Source(
        "@expo-google-fonts/source-serif-4",
        "0.4.1",
        "84f0b412fbc9b0b666d6fe04620b2cd2e54bfd49ca61fe0663a9e5beb30afcc4",
        (
            ("400Regular/SourceSerif4_400Regular.ttf", "window/SourceSerif4-Regular.ttf"),
            (
                "400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
                "window/SourceSerif4-Italic.ttf",
            ),
            ("600SemiBold/SourceSerif4_600SemiBold.ttf", "window/SourceSerif4-SemiBold.ttf"),
            ("LICENSE_FONT", "window/SourceSerif4-OFL.txt"),
        ),
    ),
)


def fetch(source: Source, fonts: Path) -> None:
    """Put one source's files in their places, or stop with the reason."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the fonts: install Node.js")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"{source.package}@{source.version}", "--silent"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        archive = next(Path(folder).glob("*.tgz"))
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != source.sha256:
            sys.exit(f"{source.package} {source.version} has changed: sha256 is {found}")
        with tarfile.open(archive) as packed:
            for theirs, ours in source.files:
                content = packed.extractfile(f"package/{theirs}")
                assert content is not None, theirs
                place = fonts / ours
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content.read())


def main() -> None:
    for source in SOURCES:
        fetch(source, FONTS)
        print(f"{source.package} {source.version}: {len(source.files)} files")


if __name__ == "__main__":
    main()
