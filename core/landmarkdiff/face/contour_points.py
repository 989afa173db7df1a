"""Find the soft-tissue points on the outline of a profile by its own shape: what juts out and what lies deepest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import ContourNotFound
from landmarkdiff.face.contour import SoftPoint
from landmarkdiff.face.peaks import prominent_peaks
from landmarkdiff.face.profile_shape import beside_the_mean

Points = npt.NDArray[np.float64]

# Where along the bridge the rhinion lies, of the arc from nasion to tip, on the reference face.
_RHINION_SHARE = 0.58
# Least height of a bump or depth of a fold between nose and chin, mm.
_PROMINENCE_MM = 0.25
# Distances that every face keeps to, mm, generously: beyond them hair, a hand or a beard is in the way.
_NASION_DEPTH_MM = 1.0
# Places of the mouth that are tried, mm from where the keypoints see it, downwards; and what each mm costs beside the
# mean distance of the points from those of the mean face.
_MOUTH_OFF_MM = (0.0, -4.0, 4.0, 8.0, 12.0, 16.0)
_MOUTH_OFF_WEIGHT = 0.08
_CHIN_CUT = "The chin is cut off in this profile; take the photo again with the whole neck in view."
_RANGES_MM = (
    (SoftPoint.NASION, SoftPoint.PRONASALE, 25.0, 75.0),
    (SoftPoint.PRONASALE, SoftPoint.SUBNASALE, 7.0, 35.0),
    (SoftPoint.SUBNASALE, SoftPoint.LABIALE_SUPERIUS, 5.0, 32.0),
    (SoftPoint.SUBNASALE, SoftPoint.POGONION, 28.0, 85.0),
    (SoftPoint.NASION, SoftPoint.MENTON, 75.0, 165.0),
)


@dataclass(frozen=True, slots=True, eq=False)
class Guides:
    """Rough places that the keypoints give, px of the outline's frame: eye, nose and mouth, float64 (2,) each."""

    eye: Points
    nose: Points
    mouth: Points


def locate(outline: Points, guides: Guides, px_per_mm: float) -> dict[SoftPoint, int]:
    """Return the index of each soft-tissue point on an outline.

    Parameters
    ----------
    outline : float64 (n, 2)
        From forehead to neck, x forward (the face looks to +x), y down, about 1 px apart.
    guides : Guides
        In the same frame.
    px_per_mm : float
        Rough scale, within 20 %.

    Raises
    ------
    ContourNotFound
        A point is hidden, cut or where no face has it.
    """
    tilt = 0.0
    for _ in range(3):
        forward, down = _axes(outline, tilt)
        found = _by_shape(outline, forward, down, guides, px_per_mm, tilt)
        line = outline[found[SoftPoint.POGONION]] - outline[found[SoftPoint.NASION]]
        tilt = float(np.clip(np.arctan2(-line[0], line[1]), -0.5, 0.5))
    _refuse_odd(outline, found, px_per_mm)
    return found


def rhinion_between(outline: Points, nasion: int, tip: int) -> int:
    """Return the index of the rhinion, which the outline itself does not show: a fixed share of the bridge."""
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(outline, axis=0), axis=1))])
    return int(np.searchsorted(along, along[nasion] + _RHINION_SHARE * (along[tip] - along[nasion])))


def _axes(outline: Points, tilt: float) -> tuple[Points, Points]:
    forward = outline @ np.array([np.cos(tilt), np.sin(tilt)])
    down = outline @ np.array([-np.sin(tilt), np.cos(tilt)])
    return forward, down


def _by_shape(
    outline: Points, forward: Points, down: Points, guides: Guides, px_per_mm: float, tilt: float
) -> dict[SoftPoint, int]:
    eye, nose, mouth = (_axes(place[None], tilt)[1][0] for place in (guides.eye, guides.nose, guides.mouth))
    tip = _farthest(forward, np.flatnonzero((down > (eye + nose) / 2) & (down < (nose + mouth) / 2)), "tip of the nose")
    if np.hypot(*(outline[tip] - guides.nose)) > 32.0 * px_per_mm:
        raise ContourNotFound(_hidden("tip of the nose"))
    nasion = _nasion(outline, down, tip, eye, px_per_mm)
    rhinion = rhinion_between(outline, nasion, tip)
    upper = {SoftPoint.NASION: nasion, SoftPoint.RHINION: rhinion, SoftPoint.PRONASALE: tip}
    return _most_like_a_face(outline, forward, down, upper, mouth, px_per_mm)


def _most_like_a_face(
    outline: Points, forward: Points, down: Points, upper: dict[SoftPoint, int], mouth: float, px_per_mm: float
) -> dict[SoftPoint, int]:
    """Return all points, the lower ones from the place of the mouth that makes them most like those of a face.

    The keypoints see the mouth of a profile up to a lip's height off, and a fold too high makes a chin of the lip.
    """
    best, least = None, np.inf
    problem = ContourNotFound(_hidden("mouth"))
    for off_mm in _MOUTH_OFF_MM:
        try:
            below = _below_the_nose(
                outline, forward, down, upper[SoftPoint.PRONASALE], mouth + off_mm * px_per_mm, px_per_mm
            )
        except ContourNotFound as error:
            problem = error if off_mm == 0.0 else problem
            continue
        found = upper | below
        away_mm, _ = beside_the_mean(outline[[found[name] for name in SoftPoint]])
        score = float(np.sqrt(np.square(away_mm).mean())) + _MOUTH_OFF_WEIGHT * abs(off_mm)
        if score < least:
            best, least = found, score
    if best is None:
        raise problem
    return best


def _nasion(outline: Points, down: Points, tip: int, eye: float, px_per_mm: float) -> int:
    """Return the deepest point between tip and forehead, below the chord that bridges the hollow most."""
    upper = np.flatnonzero((down[:tip] < eye - 6 * px_per_mm) & (down[:tip] > eye - 45 * px_per_mm))
    deepest, largest = 0, _NASION_DEPTH_MM * px_per_mm
    for brow in upper[:: max(1, round(2 * px_per_mm))]:
        depth = _depth(outline, int(brow), tip)
        near = np.abs(down[brow : tip + 1] - eye) < 22.0 * px_per_mm
        index = int(np.argmax(np.where(near, depth, -np.inf)))
        if near[index] and depth[index] > largest:
            deepest, largest = int(brow) + index, float(depth[index])
    if deepest == 0:
        raise ContourNotFound(_hidden("root of the nose"))
    return deepest


def _below_the_nose(
    outline: Points, forward: Points, down: Points, tip: int, mouth: float, px_per_mm: float
) -> dict[SoftPoint, int]:
    pogonion = _pogonion(forward, down, tip, mouth, px_per_mm)
    upper_lip, lower_lip = _lips(outline, forward, down, tip, pogonion, mouth, px_per_mm)
    subnasale = tip + int(np.argmax(_depth(outline, tip, upper_lip)))
    return {
        SoftPoint.SUBNASALE: subnasale,
        SoftPoint.LABIALE_SUPERIUS: upper_lip,
        SoftPoint.LABIALE_INFERIUS: lower_lip,
        SoftPoint.POGONION: pogonion,
        SoftPoint.MENTON: _menton(forward, down, pogonion, px_per_mm),
    }


def _pogonion(forward: Points, down: Points, tip: int, mouth: float, px_per_mm: float) -> int:
    """Return the most prominent point of the chin: the outline's own bump there, else its farthest point."""
    chin = np.arange(tip, len(forward))
    chin = chin[(down[chin] > mouth + 14 * px_per_mm) & (down[chin] < mouth + 52 * px_per_mm)]
    if chin.size < 8 * px_per_mm:
        raise ContourNotFound(_CHIN_CUT)
    section = np.arange(chin[0], chin[-1] + 1)
    bumps = prominent_peaks(forward[section], _PROMINENCE_MM * px_per_mm)
    if bumps.size:
        return int(section[bumps[np.argmax(forward[section[bumps]])]])
    middle = section[down[section] > mouth + 22 * px_per_mm]
    return _farthest(forward, middle, "chin")


def _menton(forward: Points, down: Points, pogonion: int, px_per_mm: float) -> int:
    """Return where the chin turns into the underside of the jaw."""
    below = np.arange(pogonion, len(down))
    below = below[: max(1, round(38 * px_per_mm))]
    low = int(below[np.argmax(0.5 * forward[below] + down[below])])
    if low + round(6 * px_per_mm) >= len(down):
        raise ContourNotFound(_CHIN_CUT)
    return low


def _lips(
    outline: Points, forward: Points, down: Points, tip: int, pogonion: int, mouth: float, px_per_mm: float
) -> tuple[int, int]:
    """Return the most prominent points of both lips, on either side of the fold nearest to the mouth."""
    # Depth below the line from tip to chin: its bumps are lips, its deepest folds lie beside them.
    bumps = -_depth(outline, tip, pogonion)
    folds = prominent_peaks(-bumps, _PROMINENCE_MM * px_per_mm)
    folds = folds[np.abs(down[tip + folds] - mouth) < 14 * px_per_mm]
    if not folds.size:
        raise ContourNotFound(_hidden("mouth"))
    fold = int(folds[np.argmin(np.abs(down[tip + folds] - mouth))])
    reach = round(16 * px_per_mm)
    upper = max(0, fold - reach) + int(np.argmax(bumps[max(0, fold - reach) : fold + 1]))
    lower = fold + int(np.argmax(bumps[fold : fold + reach]))
    if upper == max(0, fold - reach):
        # The line to the tip rises all the way: no bump, so the lip is where the outline turns most.
        upper = fold - round(6 * px_per_mm)
    return tip + upper, tip + min(lower, len(bumps) - 1)


def _depth(outline: Points, first: int, last: int) -> Points:
    """Return how far each point between two lies behind their chord, px."""
    start, chord = outline[first], outline[last] - outline[first]
    length = max(float(np.hypot(*chord)), 1e-9)
    relative = outline[first : last + 1] - start
    return np.asarray((chord[0] * relative[:, 1] - chord[1] * relative[:, 0]) / length)


def _farthest(values: Points, among: npt.NDArray[np.intp], what: str) -> int:
    if not among.size:
        raise ContourNotFound(_hidden(what))
    return int(among[np.argmax(values[among])])


def _refuse_odd(outline: Points, found: dict[SoftPoint, int], px_per_mm: float) -> None:
    order = [found[name] for name in SoftPoint]
    if order != sorted(order):
        raise ContourNotFound(_hidden("profile"))
    for first, second, low, high in _RANGES_MM:
        distance_mm = float(np.hypot(*(outline[found[first]] - outline[found[second]]))) / px_per_mm
        if not low <= distance_mm <= high:
            raise ContourNotFound(_hidden("profile"))


def _hidden(what: str) -> str:
    return (
        f"The {what} cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before "
        "a plain background."
    )
