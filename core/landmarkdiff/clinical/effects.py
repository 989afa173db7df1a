"""What the set flags did to one prediction, in numbers for the result and in words for the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.clinical.keloid import MARGIN_MM, SOFTENING, keloid_zone
from landmarkdiff.clinical.palsy import FADE_MM
from landmarkdiff.clinical.vitiligo import find_patches
from landmarkdiff.face.topology import SIDE_SIGN, Side
from landmarkdiff.photo.box import Box
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.deformation import EHLERS_DANLOS_WIDENING
from landmarkdiff.warp.displacement import DisplacementField
from landmarkdiff.warp.field import FaceField
from landmarkdiff.warp.render import warp_plane

Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True, eq=False)
class FlagEffects:
    """Entries for the result file, the patches as they lie in the result, and warnings."""

    entries: Mapping[str, Entry]
    vitiligo: npt.NDArray[np.uint8] | None
    warnings: tuple[str, ...]


def flag_effects(
    analysis: FaceAnalysis, fields: FaceField, moved: DisplacementField, motion_mm: npt.NDArray[np.float64]
) -> FlagEffects:
    """Describe what each set flag did.

    Parameters
    ----------
    analysis : FaceAnalysis
    fields : FaceField
        Solved with the flags.
    moved : DisplacementField
        The field that the result was made with.
    motion_mm : float64 (478, 3)
        Motion of the landmarks in the head frame.
    """
    flags = fields.flags
    entries: dict[str, Entry] = {}
    warnings: list[str] = []
    vitiligo = None
    if flags.vitiligo:
        vitiligo, entries["vitiligo"], notes = _vitiligo(analysis, moved)
        warnings += notes
    if flags.palsy_side is not None:
        entries["bells_palsy"] = _palsy(flags.palsy_side, motion_mm)
    if flags.active_keloid_regions:
        entries["keloid"] = _keloid(analysis, flags.active_keloid_regions, moved)
    if flags.ehlers_danlos:
        entries["ehlers_danlos"] = {"radius_factor": EHLERS_DANLOS_WIDENING, "amplitude_factor": 1.0}
    return FlagEffects(entries, vitiligo, tuple(warnings))


def _vitiligo(analysis: FaceAnalysis, moved: DisplacementField) -> tuple[npt.NDArray[np.uint8], Entry, tuple[str, ...]]:
    patches = find_patches(analysis.photo, analysis.landmarks, mm_per_px=analysis.geometry.scale.mm_per_px)
    whole = Box(0, 0, analysis.photo.width_px, analysis.photo.height_px)
    shown = np.asarray(patches.mask > 0, dtype=np.uint8) * np.uint8(255)
    followed = np.where(warp_plane(shown, moved, whole) >= 128, 255, 0).astype(np.uint8)
    entry: Entry = {
        "patches": patches.count,
        "share_of_face": round(float(patches.share_of_face), 5),
        "areas_mm2": [round(float(area), 1) for area in patches.areas_mm2],
        "kept": True,
    }
    notes = patches.warnings
    if patches.count == 0:
        notes += ("No depigmented patch was found in this photo, so the vitiligo flag changes nothing here.",)
    return followed, entry, notes


def _palsy(side: Side, motion_mm: npt.NDArray[np.float64]) -> Entry:
    resting = (1 if side is Side.LEFT else -1) == SIDE_SIGN
    return {
        "side": side.value,
        "landmarks_at_rest": int(np.count_nonzero(resting)),
        "max_mm_on_that_side": round(float(np.linalg.norm(motion_mm[resting], axis=1).max()), 4),
        "fade_mm": FADE_MM,
    }


def _keloid(analysis: FaceAnalysis, zones: tuple[str, ...], moved: DisplacementField) -> Entry:
    nodes = moved.grid.node_xy_px.reshape(-1, 2)
    zone = keloid_zone(analysis.geometry, zones, nodes)
    moving = (moved.forward_px != 0.0).any(axis=2).ravel()
    share = float(zone[moving].mean()) if moving.any() else 0.0
    return {
        "regions": list(zones),
        "change_kept_inside": 1.0 - SOFTENING,
        "margin_mm": MARGIN_MM,
        "share_of_changed_area": round(share, 4),
    }
