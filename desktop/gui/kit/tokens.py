"""Every colour the window may use, by what it is for; light and dark.

Contrast of each pair that carries text is asserted in the tests, so a colour
changed here for looks alone is caught there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One name, one purpose. Colour marks single words and marks, never fields."""

    name: str
    surface: str  # paper: what the program says
    bg: str  # the desk: what people enter; the rail
    sel: str  # a selected row or a chosen answer
    sunken: str  # a chosen silence, sketched text
    desk: str  # around a page of paper
    line: str  # hairlines, decoration only
    line2: str  # borders of controls; never on sel
    ink: str
    ink2: str  # the second line
    ink3: str  # hints; on sel use ink2
    accent: str  # main button, links, side heads
    accent_down: str  # the main button under the pointer
    on_accent: str
    focus: str  # the ring
    broken: str
    protects: str
    allows: str
    not_yet: str
    not_covered: str
    not_in_force: str
    unsettled: str
    open: str
    alert: str
    page: str = "#FFFFFF"  # a page of paper stays white in the dark
    page_ink: str = "#17202A"


LIGHT = Tokens(
    name="light",
    surface="#FFFFFF",
    bg="#F3F4F6",
    sel="#DCE7F2",
    sunken="#E9ECEF",
    desk="#DFE3E7",
    line="#DADEE3",
    line2="#838C96",
    ink="#17202A",
    ink2="#46515D",
    ink3="#626D79",
    accent="#1B4E78",
    accent_down="#153E60",
    on_accent="#FFFFFF",
    focus="#0F62C4",
    broken="#9A2A20",
    protects="#1D6544",
    allows="#7A4B0E",
    not_yet="#3F5673",
    not_covered="#5C6671",
    not_in_force="#5C6671",
    unsettled="#64409A",
    open="#0F5AA6",
    alert="#855600",
)

DARK = Tokens(
    name="dark",
    surface="#1B2026",
    bg="#14181C",
    sel="#25384A",
    sunken="#101317",
    desk="#0E1114",
    line="#313941",
    line2="#78838E",
    ink="#EDF0F3",
    ink2="#B9C2CB",
    ink3="#98A3AE",
    accent="#9CC6EE",
    accent_down="#B7D6F4",
    on_accent="#0D1A26",
    focus="#7DB9F8",
    broken="#F2988C",
    protects="#86CBA5",
    allows="#E0B273",
    not_yet="#A9BFDB",
    not_covered="#A3ADB7",
    not_in_force="#A3ADB7",
    unsettled="#C3A8EE",
    open="#8CC0F5",
    alert="#E6BC5C",
)
