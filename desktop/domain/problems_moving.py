"""Why a case does not leave or does not arrive, and what to do.

No text has a place for anything that a client said.
"""

from __future__ import annotations

from desktop.domain.problems import Problem
from desktop.language.marks import N_


class BundleNotWritten(Problem):
    """The system refused the place, or ran out of room."""

    code = "MOVE-01"
    what = N_("The case was not written, and no half of it is left.")
    why = N_("The drive of {folder} is full, closed or gone.")
    remedy = N_("Make room or choose another place, and try again.")


class BundleNotSound(Problem):
    """It was written, and what was read back is not what was written."""

    code = "MOVE-02"
    what = N_("The case was not sent: read back, it is not what was written.")
    why = N_("The drive of {folder} may be failing.")
    remedy = N_("Choose another drive, and try again.")


class BundleTooLarge(Problem):
    """More than the other side would read."""

    code = "MOVE-03"
    what = N_("The case is too large to be moved in one file.")
    why = N_("Its letters take more than 180 megabytes.")
    remedy = N_("Move the whole file by a backup instead.")


class NotABundle(Problem):
    """Some other file."""

    code = "MOVE-04"
    what = N_("{name} is not a case that Amparo sent.")
    remedy = N_('Choose a file whose name ends in ".amparo-case".')


class BundleDamaged(Problem):
    """Bytes of it are missing or changed; no code can tell what they were."""

    code = "MOVE-05"
    what = N_("The file {name} is damaged, and nothing of it was taken in.")
    why = N_("It was copied only in part, or its drive went wrong.")
    remedy = N_("Copy it again from where it came. The code stays the same.")


class BundleNewer(Problem):
    """Sent by an Amparo whose words this one does not know."""

    code = "MOVE-06"
    what = N_("The case in {name} was sent by a newer Amparo.")
    remedy = N_("Install the newer Amparo on this computer, then take the case in.")


class WrongCode(Problem):
    """The code is well formed, the file whole, and they do not belong together."""

    code = "MOVE-07"
    what = N_("The case did not open: this code belongs to another file.")
    why = N_("Each file has a code of its own, also when the same case is sent twice.")
    remedy = N_("Ask which file the code was made for.")


class CodeIncomplete(Problem):
    """What was typed cannot be a one-time code at all."""

    code = "MOVE-08"
    what = N_("That is not a whole code.")
    why = N_("A code has {expected} letters and digits in 4 groups of 4; {typed} can be read here.")
    remedy = N_("Ask for the groups that are missing.")


class CodeSlipped(Problem):
    """As long as a code, and none that Amparo could have made."""

    code = "MOVE-09"
    what = N_("A letter or digit of the code is not as it was said, or two changed places.")
    remedy = N_("Have the code read out once more, and compare it sign by sign.")


class CaseDiffers(Problem):
    """The same case was changed on both sides."""

    code = "MOVE-10"
    what = N_("Case {case_code} is here already and was changed in both places. Nothing was lost.")
    why = N_("Taking the other one in would hide what was written here.")
    remedy = N_("Compare the two by telephone, and enter here what is missing.")


class CaseWasPurged(Problem):
    """Somebody let it go for good, in this file."""

    code = "MOVE-11"
    what = N_("This case was deleted here for good, and is not taken in again.")
    remedy = N_(
        "Ask whoever looks after the file. What is still needed can be taken as a new call."
    )


class BundleStands(Problem):
    """Nothing is written over without being asked."""

    code = "MOVE-12"
    what = N_("{name} is there already.")
    remedy = N_("Choose another name, or say that it may be replaced.")
