"""Why a backup was not made or does not come back, and what to do.

No text has a place for anything that a client said.
"""

from __future__ import annotations

from desktop.domain.problems import Problem
from desktop.language.marks import N_


class BackupNotWritten(Problem):
    """The system refused the place, or ran out of room."""

    code = "BACKUP-01"
    what = N_("The backup was not made, and no half of one is left.")
    why = N_("The drive of {folder} is full, closed or gone.")
    remedy = N_("Make room or choose another place, and try again.")


class BackupNotSound(Problem):
    """It was written, and what was read back is not what was written."""

    code = "BACKUP-02"
    what = N_("The backup does not count: read back, it is not what was written.")
    why = N_("The drive of {folder} may be failing.")
    remedy = N_("Choose another drive, and try again.")


class NotABackup(Problem):
    """Some other file."""

    code = "BACKUP-03"
    what = N_("{name} is not a backup of Amparo.")
    remedy = N_('Choose a file whose name ends in ".amparo".')


class BackupDamaged(Problem):
    """A backup of which bytes are missing or changed."""

    code = "BACKUP-04"
    what = N_("The backup {name} is damaged, and nothing of it was brought back.")
    why = N_("It was copied only in part, or its drive went wrong.")
    remedy = N_("Choose an earlier backup, or copy this one again from where it came.")


class BackupNewer(Problem):
    """Written by an Amparo that knows more than this one."""

    code = "BACKUP-05"
    what = N_("The backup {name} was made by a newer Amparo.")
    remedy = N_("Install the newer Amparo on this computer, then bring it back.")


class BackupStands(Problem):
    """Nothing is written over without being asked."""

    code = "BACKUP-06"
    what = N_("{name} is there already.")
    remedy = N_("Choose another name, or say that it may be replaced.")
