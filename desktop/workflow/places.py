"""Where a case file or its copies may lie: not where somebody else copies them."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.problems import Problem


def why_not_there(folder: Path) -> Problem | None:
    """What speaks against a folder, as far as this computer can tell."""
    from desktop.domain.problems_casefile import (  # noqa: PLC0415 - the window paints first
        FolderOnNetwork,
        FolderSynced,
    )
    from desktop.system.places import Elsewhere, copied_elsewhere, this_machine  # noqa: PLC0415

    found = copied_elsewhere(folder.resolve(), this_machine())
    if found is None:
        return None
    if found.how is Elsewhere.SYNCED:
        return FolderSynced(folder=str(folder), service=found.by)
    return FolderOnNetwork(folder=str(folder))


def refuse_copied_places(folder: Path) -> None:
    """Raise FolderSynced or FolderOnNetwork for a folder that others copy."""
    problem = why_not_there(folder)
    if problem is not None:
        raise problem
