"""What lies before a profile: hair, glasses, hands. A traced outline is believed only where it looks like a face's own.

Each sign is one that a face does not show by itself: proportions beyond those of people, fingers on a chin, the dark
of hair or of a frame on the root of the nose, skin in front of the skin. What is only doubtful is marked at its own
points; what cannot be a profile is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import ContourNotFound
from landmarkdiff.face.contour import Doubt, SoftPoint
from landmarkdiff.face.edge_snap import normals_of
from landmarkdiff.face.profile_shape import beside_the_mean

Rgb = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]
Plane = npt.NDArray[np.float32]

# Distance in front of the line from nasion to pogonion, mm, within which every jaw stays, severe malocclusion included.
# Traced clean profiles, docs/accuracy.md: subnasale 6 to 10, upper lip 6 to 9, lower lip 3 to 6, tip 22 to 27.
_BEFORE_THE_LINE_MM = (
    (SoftPoint.PRONASALE, 8.0, 48.0),
    (SoftPoint.SUBNASALE, -7.0, 20.0),
    (SoftPoint.LABIALE_SUPERIUS, -10.0, 22.0),
    (SoftPoint.LABIALE_INFERIUS, -10.0, 20.0),
)
# Distance from the place that the mean face has for a point, mm after the best fit: 4.2 at most on clean profiles.
_ODD_ROOT_MM, _ODD_MM = 6.5, 6.0
_ODD_SCALE = 0.6, 1.6
# A chin is round; fingers leave dents: 0.14 at most on clean profiles, 1.5 and more on a fist.
_DENT_MM = 0.5
# The skin of the root is as light as that of the nose; hair and frames are darker by more than this share.
_DARK_SHARE = 0.40
_SKIN_LIKE, _UNLIKE_BACKGROUND = 14.0, 16.0
_INSIDE_MM, _OUTSIDE_MM = (1.2, 4.0), (2.5, 7.0)

# With more of the eight points in doubt there is no outline to plan on.
_MOST_DOUBTFUL = 4

_CHIN = (SoftPoint.POGONION, SoftPoint.MENTON)
_ROOT = (SoftPoint.NASION, SoftPoint.RHINION)
_ROOT_MESSAGE = "Hair or glasses seem to lie over the root of the nose; take them away, or place the nasion by hand."
_TIP_MESSAGE = "Something seems to lie before the tip of the nose; take it away, or place the tip by hand."
_CHIN_MESSAGE = "A hand or something else seems to lie before the chin; take it away, or place the points by hand."


def find_doubts(crop: Rgb, outline: Points, found: dict[SoftPoint, int], px_per_mm: float) -> tuple[Doubt, ...]:
    """Return what makes points of a traced outline doubtful.

    Parameters
    ----------
    crop : uint8 (height, width, 3)
    outline : float64 (n, 2)
        px of the crop; the face looks to +x, y down.
    found : dict
        Row of each soft-tissue point.
    px_per_mm : float
        Rough scale.

    Raises
    ------
    ContourNotFound
        The outline cannot be that of a face.
    """
    places = outline[[found[name] for name in SoftPoint]]
    odd_mm, mm_per_px = beside_the_mean(places)
    if not _ODD_SCALE[0] < mm_per_px * px_per_mm < _ODD_SCALE[1]:
        raise ContourNotFound(_refusal("profile"))
    px_per_mm = 1.0 / mm_per_px
    _refuse_impossible(places, px_per_mm)
    strips = _Strips(crop, outline, found, px_per_mm)
    doubts = tuple(_doubts(outline, found, odd_mm, strips))
    doubtful = {name for doubt in doubts for name in doubt.points}
    if len(doubtful) > _MOST_DOUBTFUL:
        raise ContourNotFound(_refusal("profile"))
    if {SoftPoint.RHINION, SoftPoint.SUBNASALE} <= doubtful:
        # What lies between covered points is no surer than they are.
        doubts += (Doubt((SoftPoint.PRONASALE,), _TIP_MESSAGE),)
    return doubts


def _doubts(outline: Points, found: dict[SoftPoint, int], odd_mm: Points, strips: _Strips) -> Iterator[Doubt]:
    odd = dict(zip(SoftPoint, odd_mm.tolist(), strict=True))
    if odd[SoftPoint.NASION] > _ODD_ROOT_MM or strips.darkness_of_the_root() > _DARK_SHARE:
        yield Doubt(_ROOT, _ROOT_MESSAGE)
    lower = (SoftPoint.SUBNASALE, SoftPoint.LABIALE_SUPERIUS, SoftPoint.LABIALE_INFERIUS)
    mouth = tuple(name for name in lower if odd[name] > _ODD_MM)
    dented = _dent(outline[found[SoftPoint.POGONION] : found[SoftPoint.MENTON] + 1]) > _DENT_MM * strips.px_per_mm
    if dented or strips.has_skin_before_the_chin() or max(odd[name] for name in _CHIN) > _ODD_MM:
        yield Doubt((*mouth, *_CHIN), _CHIN_MESSAGE)
    elif mouth:
        names = ", ".join(name.value.replace("_", " ") for name in mouth)
        yield Doubt(mouth, f"The profile is unusual at {names}; check these points, and that nothing lies before them.")


class _Strips:
    """Colours just behind and just before the outline, in CIELAB."""

    def __init__(self, crop: Rgb, outline: Points, found: dict[SoftPoint, int], px_per_mm: float) -> None:
        soft = cv2.GaussianBlur(crop, (0, 0), 1.0).astype(np.float32) / np.float32(255)
        lab = cv2.cvtColor(soft, cv2.COLOR_RGB2LAB)
        self.px_per_mm = px_per_mm
        self._found = found
        # A path from above to below has the air, to the right of a face that looks there, on the left of its way.
        normal = normals_of(outline)
        ahead = normal * np.sign(np.median(normal[:, 0]))
        self._inside = _sampled(lab, outline, -ahead, np.array(_INSIDE_MM) * px_per_mm)
        self._outside = _sampled(lab, outline, ahead, np.array(_OUTSIDE_MM) * px_per_mm)
        self._skin = np.median(self._inside[self._rows(SoftPoint.RHINION, SoftPoint.PRONASALE)], axis=(0, 1))

    def darkness_of_the_root(self) -> float:
        """Return by which share of its lightness the skin around the nasion is darker than that of the nose."""
        nasion, reach = self._found[SoftPoint.NASION], round(5.0 * self.px_per_mm)
        root = self._inside[max(0, nasion - reach) : nasion + reach]
        darkest = float(np.percentile(np.median(root[..., 0], axis=1), 10))
        return 1.0 - darkest / max(float(self._skin[0]), 1.0)

    def has_skin_before_the_chin(self) -> bool:
        """Return whether what lies in front of the chin is skin and not the background of the nose."""
        chin, reach = self._found[SoftPoint.POGONION], round(6.0 * self.px_per_mm)
        before = np.median(self._outside[max(0, chin - reach) : chin + reach], axis=1)
        nose = self._outside[self._rows(SoftPoint.RHINION, SoftPoint.PRONASALE)].reshape(-1, 3)
        is_skin = np.hypot(*(before - self._skin).T[1:]) < _SKIN_LIKE
        is_other = np.linalg.norm(before - np.median(nose, axis=0), axis=1) > _UNLIKE_BACKGROUND
        return bool((is_skin & is_other).mean() > 0.4)

    def _rows(self, first: SoftPoint, last: SoftPoint) -> slice:
        return slice(self._found[first], self._found[last] + 1)


def _sampled(lab: cv2.typing.MatLike, outline: Points, direction: Points, reach_px: Points) -> Plane:
    """Return colours beside an outline, float32 (n, 6, 3), nearest first."""
    steps = np.linspace(reach_px[0], reach_px[1], 6)
    places = (outline[:, None] + direction[:, None] * steps[None, :, None]).astype(np.float32)
    colours = cv2.remap(lab, places[..., 0], places[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(colours, dtype=np.float32)


def _refuse_impossible(places: Points, px_per_mm: float) -> None:
    names = list(SoftPoint)
    nasion, pogonion = places[names.index(SoftPoint.NASION)], places[names.index(SoftPoint.POGONION)]
    line = (pogonion - nasion) / max(float(np.hypot(*(pogonion - nasion))), 1e-9)
    for name, low, high in _BEFORE_THE_LINE_MM:
        x, y = places[names.index(name)] - nasion
        before_mm = float(x * line[1] - y * line[0]) / px_per_mm
        if before_mm < low:
            raise ContourNotFound(_refusal("chin"))
        if before_mm > high:
            raise ContourNotFound(_refusal(name.value.replace("_", " ")))


def _dent(section: Points) -> float:
    """Return the depth of the deepest dent in a section that should be round, px."""
    if len(section) < 3:
        return 0.0
    points = section.astype(np.float32)
    hull = cv2.convexHull(points)
    return max(float(cv2.pointPolygonTest(hull, (float(x), float(y)), True)) for x, y in points)


def _refusal(what: str) -> str:
    return f"Something seems to lie before the {what}; take hands, hair and scarf away, so that the skin can be seen."
