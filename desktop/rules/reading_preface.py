"""What every reading copy says of itself: how it is read, and what a signature means."""

from __future__ import annotations

from desktop.language.marks import N_

WHAT_IT_IS = N_(
    "This copy is made from the pack itself, so it says what the program does. The law is told in "
    "our own words and is quoted nowhere. Please read it beside the sources, mark what is wrong or "
    "missing, and sign at the end."
)
OF_A_TOWN = N_(
    "These rules are told only where police hold the person, held before, made the arrest or did "
    "something, and it is known that they are the police of {town}."
)
HOW_TO_READ = N_(
    "A rule is read from its first part down. The first part that fits the facts decides what the "
    "rule says, and what stands below it no longer counts. A fact that nobody knows is never taken "
    "for “no”: while it could change the result, the rule says “Open”, and the program asks for it."
)
TERMS_SHOWN = N_(
    "Words in {marks} are terms. Each is explained after the rules. Brackets say what is looked "
    "at: the question on the form, and the answers that fit."
)
FOLLOWS = (
    N_("What follows from other answers is known without asking, whatever the rule:"),
    N_(
        "A paid bail, and charges that are all known and all ended, tell what made release due. An "
        "event whose time has not come has not happened."
    ),
    N_(
        "What a paper that could be a court's says of itself counts once one of us has read it, "
        "and not before."
    ),
    N_(
        "A hand-over is known to have a court's order or warrant behind it where we have read a "
        "court's arrest warrant for the person, or a court's order for it; a state warrant is none."
    ),
    N_("Whom ICE took at the moment of release was let go then, and was not kept past it."),
    N_("Only another county's sheriff can hold a person for ICE."),
    N_("Once processing is done, “Paperwork, processing” counts as no reason given."),
    N_(
        "A charge of theft, larceny, shoplifting, burglary, assault on an officer, or a crime that "
        "causes death or serious injury says that the person was arrested for a crime on the list "
        "of 8 U.S.C. 1226(c), whatever became of it."
    ),
)
BROKEN_HOW = N_(
    "“Law broken” is *strong* where a source says it in terms, and *arguable* where it follows by "
    "argument only."
)
FOOT = N_("A signature stands for this digest only. Whoever changes a word of the pack changes it.")
LINES = (N_("Name"), N_("Bar number"), N_("Date"), N_("Signature"))
