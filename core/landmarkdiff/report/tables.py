"""The tables of a report: what was dialled, what the pictures achieve, what was measured."""

from __future__ import annotations

from collections.abc import Sequence

from landmarkdiff.errors import CatalogueProblem
from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff.procedures.maneuver import Maneuver, Unit
from landmarkdiff.project.canonical import JsonValue
from landmarkdiff.report.achieved import AchievedRow, best_view, is_told
from landmarkdiff.report.case import Case, mapping, number
from landmarkdiff.report.report import Column, Paragraph, Table
from landmarkdiff.report.wording import Wording

_NOTHING = "–"
_MARK = "*"
_UNKNOWN = f"{_NOTHING} {_MARK}"
_NO_BREAK, _LINE = "\u00a0", "\n"
_TWICE = 2.0
_LEAST = 0.1
# Halves that are nearer to each other than this, mm or degrees, are told as one.
_ALIKE = 0.15
# A hand-out has two pages at most; more maneuvers than this are told in one line per procedure.
_LONGEST_LIST = 12
_UNITS = {Unit.MM: " mm", Unit.DEG: "°"}


def known_catalogue() -> Catalogue:
    """Return the procedures at hand; without the user's own files where one of them cannot be used."""
    from pathlib import Path

    try:
        return load_catalogue()
    except CatalogueProblem:
        # A faulty file of the user's own must not keep a patient from a hand-out; its maneuvers bear their ids.
        return load_catalogue(Path("/nonexistent"))


def illustrated_table(case: Case, words: Wording, catalogue: Catalogue) -> Table | Paragraph:
    """Return what was discussed for the patient: maneuvers with the change that the pictures illustrate."""
    known = {maneuver.id: maneuver for maneuver in _all_maneuvers(catalogue)}
    rows = []
    for name, value in dialled_values(case, catalogue).items():
        label, dialled = _named(name, value, words, catalogue)
        shown = _illustrated(case, known[name], value, words) if name in known else dialled
        rows.append((procedure_label(name.partition(".")[0], words, catalogue), label, shown))
    if not rows:
        return Paragraph(words.text("sentences", "no_plan"))
    if len(rows) > _LONGEST_LIST:
        return _condensed(rows, words)
    titles = [words.text("labels", name) for name in ("procedure", "maneuver", "illustrated")]
    columns = (Column(titles[0], 0.4), Column(titles[1], 0.35), Column(titles[2], 0.25, is_number=True))
    return Table(columns, tuple(_without_repeats(rows)))


def _illustrated(case: Case, maneuver: Maneuver, dialled: float, words: Wording) -> str:
    """Return the change that the pictures show; what was dialled where they show that, or do not tell.

    SAFETY: a patient must not read of a change that no picture shows.
    """
    unit = _UNITS[maneuver.unit]
    if not is_told(case.predicted, maneuver.id):
        return words.number(dialled, 1, is_signed=True) + unit
    row = best_view(case.predicted, maneuver)
    halves = [] if row is None else [each for each in (row.right, row.left) if each is not None]
    if row is None or all(abs(half) < _LEAST for half in halves):
        return words.text("sentences", "not_shown")
    if all(abs(half - dialled) < _ALIKE for half in halves):
        return words.number(dialled, 1, is_signed=True) + unit
    if row.right is None or row.left is None or abs(row.right - row.left) < _ALIKE:
        return words.number(sum(halves) / len(halves), 1, is_signed=True) + unit
    sides = (("right_side", row.right), ("left_side", row.left))
    told = [(words.text("labels", side), words.number(half, 1, is_signed=True) + unit) for side, half in sides]
    return _LINE.join(words.text("sentences", "half", side=side, value=value) for side, value in told)


def _condensed(rows: Sequence[tuple[str, str, str]], words: Wording) -> Table:
    """Return one row per procedure, its maneuvers one after the other."""
    lines: dict[str, list[str]] = {}
    for procedure, maneuver, value in rows:
        lines.setdefault(procedure, []).append(
            f"{maneuver}{_NO_BREAK}{value.replace(' ', _NO_BREAK).replace(_LINE, ', ')}"
        )
    titles = [words.text("labels", name) for name in ("procedure", "illustrated")]
    columns = (Column(titles[0], 0.3), Column(titles[1], 0.7))
    return Table(columns, tuple((procedure, " · ".join(told)) for procedure, told in lines.items()))


def maneuver_blocks(case: Case, words: Wording, catalogue: Catalogue, *, names_flags: bool) -> list[Table | Paragraph]:
    """Return the record's maneuver table and the remarks that its marks stand for.

    Each row tells what was dialled and achieved, twice the standard deviation, the view, and, where the flags are
    printed at all, which of them held the motion back.
    """
    dialled = dialled_values(case, catalogue)
    if not dialled:
        return [Paragraph(words.text("sentences", "no_plan"))]
    known = {maneuver.id: maneuver for maneuver in _all_maneuvers(catalogue)}
    rows = []
    for name, value in dialled.items():
        label, shown = _named(name, value, words, catalogue)
        found = best_view(case.predicted, known[name]) if name in known else None
        if found is not None and found.held_by and names_flags:
            flags = ", ".join(words.named("holding", flag, flag) for flag in found.held_by)
            label = f"{label}\n{words.text('sentences', 'held_by', flags=flags)}"
        procedure = procedure_label(name.partition(".")[0], words, catalogue)
        unit = _unit(name, catalogue)
        rows.append((procedure, label, shown, *_achieved_cells(found, unit, words, is_shown=bool(case.predicted))))
    names = ("procedure", "maneuver", "dialled", "achieved", "uncertainty", "view")
    shares = (0.185, 0.26, 0.125, 0.13, 0.11, 0.19)
    columns = [
        Column(words.text("labels", name), share, is_number=name in {"dialled", "achieved", "uncertainty"})
        for name, share in zip(names, shares, strict=True)
    ]
    blocks: list[Table | Paragraph] = [Table(tuple(columns), tuple(_without_repeats(rows)))]
    if case.predicted:
        blocks.append(Paragraph(words.text("sentences", "achieved"), is_small=True))
    if any(row[4] == _UNKNOWN for row in rows):
        blocks.append(Paragraph(words.text("sentences", "unknown", mark=_MARK), is_small=True))
    return blocks


def measurement_table(case: Case, words: Wording) -> Table | None:
    """Return the stored measurements, None where there are none."""
    rows = []
    for each in (stored.record for stored in case.measurements):
        sd = _NOTHING if each.sd is None else words.number(_TWICE * each.sd, 1)
        view = words.named("views", each.view, each.view)
        rows.append((each.name, f"{words.number(each.value, 1)} {each.unit}".strip(), sd, view, each.source))
    names = ("measurement", "value", "uncertainty", "view", "source")
    shares = (0.26, 0.14, 0.12, 0.18, 0.3)
    columns = [
        Column(words.text("labels", name), share, is_number=name in {"value", "uncertainty"})
        for name, share in zip(names, shares, strict=True)
    ]
    return Table(tuple(columns), tuple(rows)) if rows else None


def dialled_values(case: Case, catalogue: Catalogue) -> dict[str, float]:
    """Return the value of each maneuver that was dialled, by full id, in the order of the catalogue."""
    values: dict[str, float] = {}
    for shown in case.predicted:
        assert shown.prediction is not None
        told = mapping(mapping(shown.prediction.record.result, "plan"), "maneuvers")
        values |= _numbers(told)
    if not values:
        for plan in (stored.record for stored in case.plans):
            for name, intensity in plan.procedures.items():
                procedure = catalogue.procedures.get(name)
                values |= procedure.at_intensity(intensity) if procedure is not None else {}
            values |= plan.maneuvers
    order = {maneuver.id: place for place, maneuver in enumerate(_all_maneuvers(catalogue))}
    ordered = sorted(values.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))
    return {name: value for name, value in ordered if value != 0.0}


def procedure_label(name: str, words: Wording, catalogue: Catalogue) -> str:
    """Return what the language, else the catalogue, else the plan calls a procedure."""
    procedure = catalogue.procedures.get(name)
    return words.named("procedures", name, procedure.label if procedure is not None else name)


def _numbers(told: dict[str, JsonValue] | object) -> dict[str, float]:
    if not isinstance(told, dict):
        return {}
    found = {str(name): number(told, name) for name in told}
    return {name: value for name, value in found.items() if value is not None}


def _achieved_cells(row: AchievedRow | None, unit: str, words: Wording, *, is_shown: bool) -> tuple[str, str, str]:
    """Return value, twice its standard deviation and view; of a maneuver that no view shows, that it is so."""
    if row is None:
        return _NOTHING, _NOTHING, words.text("sentences", "not_measured") if is_shown else _NOTHING
    if row.right is not None and row.left is not None and abs(row.right - row.left) < _ALIKE:
        achieved = words.number((row.right + row.left) / 2, 1, is_signed=True) + unit
    else:
        halves = {"right_half": row.right, "left_half": row.left}
        achieved = "\n".join(
            f"{words.text('labels', name)} {words.number(half, 1, is_signed=True)}{unit}"
            for name, half in halves.items()
            if half is not None
        )
    return achieved, _uncertainty(row.sd, unit, words), words.text("views", row.view)


def _uncertainty(sd: float | None, unit: str, words: Wording) -> str:
    if sd is None:
        return _UNKNOWN
    # What rounds to nothing is not nothing.
    sign, shown = ("", _TWICE * sd) if _TWICE * sd >= _LEAST / 2 else ("< ", _LEAST)
    return f"{sign}{words.number(shown, 1)}{unit}"


def _named(name: str, value: float, words: Wording, catalogue: Catalogue) -> tuple[str, str]:
    known = {maneuver.id: maneuver for maneuver in _all_maneuvers(catalogue)}
    label = known[name].label if name in known else name
    return words.named("maneuvers", name, label), words.number(value, 1, is_signed=True) + _unit(name, catalogue)


def _unit(name: str, catalogue: Catalogue) -> str:
    known = {maneuver.id: maneuver for maneuver in _all_maneuvers(catalogue)}
    return _UNITS[known[name].unit] if name in known else ""


def _all_maneuvers(catalogue: Catalogue) -> list[Maneuver]:
    return [maneuver for procedure in catalogue.procedures.values() for maneuver in procedure.maneuvers]


def _without_repeats(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the rows with their first cell left out where it says the same as the one above."""
    return [row if at == 0 or rows[at - 1][0] != row[0] else ("", *row[1:]) for at, row in enumerate(rows)]
