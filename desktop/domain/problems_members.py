"""What stands in the way when members of a clinic come, change or go, and what to do."""

from __future__ import annotations

from desktop.domain.problems import Problem
from desktop.language.marks import N_


class NameRefused(Problem):
    """No name, or one that no list could show."""

    code = "MEMBER-01"
    what = N_("That name cannot be taken.")
    remedy = N_("Write a name of at most {most} letters.")


class NameTaken(Problem):
    """Two members may not share a name: the journal would not tell them apart."""

    code = "MEMBER-02"
    what = N_("{member} is a member already.")
    remedy = N_("Write the name so that both can be told apart.")


class MembersFull(Problem):
    """More ways in than the keys can hold."""

    code = "MEMBER-03"
    what = N_("The file has {most} members, and no more can be added.")
    remedy = N_("Remove somebody who does not work here any more.")


class MemberMissing(Problem):
    """No member has this name."""

    code = "MEMBER-04"
    what = N_("{member} is not a member of this file.")
    remedy = N_("Choose somebody from the list of members.")


class MemberRemoved(Problem):
    """The passphrase still fits, but its member was removed."""

    code = "MEMBER-05"
    what = N_("{member} is not a member of this file any more.")
    remedy = N_("Ask somebody who looks after the file to add you.")


class MemberMustOpenFirst(Problem):
    """Their way in is not what the file knows of it, so that a new key cannot be put in."""

    code = "MEMBER-06"
    what = N_("The key cannot be changed yet.")
    why = N_("{member} has not opened the file since it was last brought up to date or mended.")
    remedy = N_("Ask {member} to open the file once, or remove them and add them again.")


class KeyNotChanged(Problem):
    """SQLCipher gave up on the way. The change is undone, and the file is under its old key."""

    code = "MEMBER-10"
    what = N_("The key was not changed, and everybody's way in is as it was.")
    why = N_("The drive is full, or it did not answer. Everything that was kept is safe.")
    remedy = N_("Make room on the drive and try again.")


class HasToStay(Problem):
    """Who goes may not be oneself, nor the last one who looks after the file."""

    code = "MEMBER-07"
    what = N_("{member} has to stay for now.")
    why = N_("Nobody removes themselves, and somebody always looks after the file.")
    remedy = N_("Let another member look after the file, and ask them.")


class NotInYourRole(Problem):
    """What somebody may do at the clinic follows from their role."""

    code = "MEMBER-08"
    what = N_("That is not open to your role.")
    remedy = N_("Ask {who}.")


class MemberHasToSay(Problem):
    """The recovery code has no name, and what is kept here bears one."""

    code = "MEMBER-09"
    what = N_("Only a member can say that.")
    why = N_("Whoever called is named beside the number, and the recovery code has no name.")
    remedy = N_("Open the file with your own passphrase.")
