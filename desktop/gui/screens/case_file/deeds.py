"""The journal's words: what each deed is called on the screen."""

from __future__ import annotations

from desktop.domain.records import Deed
from desktop.language.marks import N_

DEEDS = {
    Deed.MADE_FILE: N_("made the case file"),
    Deed.OPENED_FILE: N_("opened the file"),
    Deed.OPENED_BY_RECOVERY: N_("opened the file with the recovery code"),
    Deed.BROUGHT_UP_TO_DATE: N_("a newer Amparo brought the file up to date"),
    Deed.CHANGED_SETTINGS: N_("changed the settings"),
    Deed.ADDED_MEMBER: N_("added {whom}"),
    Deed.CHANGED_ROLE: N_("changed the role of {whom}"),
    Deed.REMOVED_MEMBER: N_("removed {whom}"),
    Deed.CHANGED_PASSPHRASE: N_("changed the passphrase of {whom}"),
    Deed.CHANGED_RECOVERY_CODE: N_("made a new recovery sheet"),
    Deed.CHANGED_KEY: N_("changed the key of the file"),
    Deed.MADE_BACKUP: N_("made a backup"),
    Deed.RESTORED_BACKUP: N_("brought back a backup"),
    Deed.ADDED_CASE: N_("added the case"),
    Deed.OPENED_CASE: N_("opened the case"),
    Deed.CHANGED_CASE: N_("changed the case"),
    Deed.ADDED_NOTE: N_("added a note"),
    Deed.CONFIRMED_TRANSLATION: N_("confirmed a translation"),
    Deed.WITHDREW_CONFIRMATION: N_("took back a confirmed translation"),
    Deed.SIGNED_LETTER: N_("signed letter {letter}"),
    Deed.SAVED_LETTER: N_("saved letter {letter}"),
    Deed.PRINTED_LETTER: N_("printed letter {letter}, copies: {copies}"),
    Deed.SENT_CASE: N_("moved the case to another computer"),
    Deed.RECEIVED_CASE: N_("received the case"),
    Deed.IMPORTED_CASE: N_("imported the case"),
    Deed.CHANGED_KEEPING: N_("changed how long the case is kept"),
    Deed.PUT_ON_HOLD: N_("put the case on hold"),
    Deed.LIFTED_HOLD: N_("lifted the hold"),
    Deed.PURGED_CASE: N_("deleted a case for good"),
    Deed.FORGOT_SENSITIVE: N_("took sensitive facts out of all cases"),
}
NOBODY_BY_NAME = N_("whoever had the recovery code")
GONE = N_("a case that is deleted")
