"""Why the case file does not open or does not take what it is given, and what to do.

No text has a place for anything that a client said.
"""

from __future__ import annotations

from desktop.domain.problems import Problem
from desktop.language.marks import N_


class WrongPassphrase(Problem):
    """The passphrase opens no slot of this file."""

    code = "FILE-01"
    what = N_("The file did not open.")
    why = N_("That passphrase does not fit.")
    remedy = N_("Check Caps Lock and try again, or use the recovery code.")


class WrongRecoveryCode(Problem):
    """The code is well formed and opens nothing."""

    code = "FILE-02"
    what = N_("The file did not open.")
    why = N_("That recovery code belongs to another file, or a character of it is wrong.")
    remedy = N_("Compare it with the recovery sheet and try again.")


class RecoveryCodeIncomplete(Problem):
    """What was typed cannot be a recovery code at all."""

    code = "FILE-03"
    what = N_("That is not a whole recovery code.")
    why = N_("A code has {expected} letters and digits in 8 groups of 4; {typed} can be read here.")
    remedy = N_("Type it as it stands on the recovery sheet.")


class FileDamaged(Problem):
    """Bytes of the file are not those that were written."""

    code = "FILE-04"
    what = N_("The case file is damaged, and nothing of it is shown.")
    why = N_("Part of it is not what Amparo wrote: the drive or a copy went wrong.")
    remedy = N_("Leave the folder as it is, and bring back the last backup.")


class FileEmpty(FileDamaged):
    """A file of no bytes; the driver would take it for a new one."""

    code = "FILE-05"
    what = N_("The case file is there, but nothing is in it.")
    why = N_("It may have been copied only in part.")


class FileMissing(Problem):
    """The keys stand in the folder and the cases do not."""

    code = "FILE-06"
    what = N_("The cases are not in the folder {folder}: data.db is missing.")
    why = N_("It may have been moved, or the drive may not be plugged in.")
    remedy = N_("Put it back beside keys.json, or bring back the last backup.")


class KeysMissing(Problem):
    """The cases stand in the folder and the keys do not."""

    code = "FILE-07"
    what = N_("The keys are not in the folder {folder}: keys.json is missing.")
    why = N_("Without them no passphrase can open the cases.")
    remedy = N_("Put keys.json back beside data.db, from the last backup if need be.")


class KeysDamaged(Problem):
    """Neither keys.json nor its copy can be trusted."""

    code = "FILE-08"
    what = N_("The keys of the case file are damaged.")
    why = N_("Neither keys.json nor its copy is what Amparo wrote.")
    remedy = N_("Bring back keys.json from the last backup; the cases themselves are not lost.")


class KeysDoNotFit(Problem):
    """The keys open, but not this file."""

    code = "FILE-09"
    what = N_("The keys and the cases in this folder do not belong together.")
    why = N_("One of them may come from another case file.")
    remedy = N_("Bring back data.db and keys.json from the same backup.")


class FileInUse(Problem):
    """Another window or another person has the file open."""

    code = "FILE-10"
    what = N_("The case file is already open.")
    why = N_("Only one window at a time can use it.")
    remedy = N_("Go to the window that has it, or close that one and try again.")


class FileNewer(Problem):
    """Written by an Amparo that knows more than this one."""

    code = "FILE-11"
    what = N_("The case file was written by a newer Amparo.")
    why = N_("This one could lose what it does not know.")
    remedy = N_("Install the newer Amparo on this computer.")


class FileAlreadyThere(Problem):
    """Setting up may never write over a case file."""

    code = "FILE-12"
    what = N_("A case file already stands in the folder {folder}.")
    remedy = N_("Open it, or choose another folder.")


class FolderClosed(Problem):
    """The system does not let us read or write where the file should lie."""

    code = "FILE-13"
    what = N_("Amparo may not read and write in the folder {folder}.")
    why = N_("The folder or its drive is closed to this user, or cannot be reached.")
    remedy = N_("Ask whoever looks after this computer to open it, or choose another folder.")


class DiskFull(Problem):
    """There is no room; what was kept before is safe."""

    code = "FILE-14"
    what = N_("The drive is full, and the last change is not kept.")
    why = N_("Everything kept before is safe.")
    remedy = N_("Make room on the drive and try again before closing.")


class DriveFailed(Problem):
    """Reading or writing failed beneath us."""

    code = "FILE-15"
    what = N_("The drive did not answer, and the last step was not done.")
    why = N_("It may have been unplugged, or it may be failing.")
    remedy = N_("Check the drive and open the case file again.")


class CaseChangedMeanwhile(Problem):
    """Keeping would hide a later revision."""

    code = "FILE-16"
    what = N_("Case {case_code} was changed after it was opened here, and this change is not kept.")
    remedy = N_("Open the case again and repeat the change.")


class CodeTaken(Problem):
    """Two cases may not share a code."""

    code = "FILE-17"
    what = N_("Another case already has the code {case_code}.")
    remedy = N_("Choose another code.")


class CaseMissing(Problem):
    """No case has this id."""

    code = "FILE-18"
    what = N_("That case is not in the file any more.")
    remedy = N_("Go back to the list of cases.")


class CaseUnreadable(Problem):
    """Kept by an Amparo whose words this one does not know."""

    code = "FILE-19"
    what = N_("Case {case_code} cannot be read by this Amparo.")
    why = N_("It is kept in words that this Amparo does not know. Nothing is lost.")
    remedy = N_("Open it with the newest Amparo.")


class FolderSynced(Problem):
    """A service copies the folder elsewhere."""

    code = "FILE-20"
    what = N_("The folder {folder} is copied to {service} by itself.")
    why = N_(
        "Copies would lie with others, also of what is purged here, and a half-made copy can "
        "spoil the file."
    )
    remedy = N_("Choose a folder on this computer's own drive, or a stick.")


class FolderOnNetwork(Problem):
    """The folder lies on another machine's drive."""

    code = "FILE-21"
    what = N_("The folder {folder} lies on a network drive.")
    why = N_("Others can reach it, and a connection that breaks in the middle can spoil the file.")
    remedy = N_("Choose a folder on this computer's own drive, or a stick.")
