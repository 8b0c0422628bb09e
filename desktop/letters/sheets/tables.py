"""A small table: heads above columns, a row that is never divided, rules between rows."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.letters.typesetting.flow import Frame, Row
from desktop.letters.typesetting.setting import Setting
from desktop.letters.typography import Style

_BETWEEN = 14
_PADDING = 3
_RULE = 0.5


def put_table(
    setting: Setting,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[float],
    style: Style,
    language: str,
) -> None:
    """Put a table down; ``shares`` are the columns' parts of the measure."""
    table = setting.root.add("Table", setting.other(language))
    measure = setting.page.measure
    widths = [share * (measure - _BETWEEN * (len(shares) - 1)) for share in shares]
    places = [sum(widths[:n]) + _BETWEEN * n for n in range(len(widths))]
    rule = Row(_PADDING, may_begin_page=False, frames=(Frame(0, measure, 0, _RULE, -_PADDING / 2),))
    for index, texts in enumerate((heads, *rows)):
        row = table.add("TR")
        cells = [row.add("TD") if index else row.add_head() for _ in texts]
        columns = [
            (
                cell.add("P"),
                setting.marked(text if index else f"**{text}**", style, language),
                x,
                width,
            )
            for cell, text, x, width in zip(cells, texts, places, widths, strict=True)
        ]
        setting.flow.put(columns, before=_PADDING, whole=True, held=index == 1)
        setting.flow.add(rule)
