"""How far a plan moves tip or chin in a picture, read from the picture itself by dense optical flow."""

from __future__ import annotations

import math

import cv2
import numpy as np

from landmarkdiff.face.contour import SoftPoint
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.plan import Plan

MOVED_MM = 4.0
# Each maneuver moves its landmark, and in profile its soft-tissue point, forward by what is dialled.
MANEUVERS = {
    "rhinoplasty.tip_projection": (4, SoftPoint.PRONASALE),
    "mentoplasty.projection": (152, SoftPoint.POGONION),
}
_RADIUS_PX = 2
# The flow's patches are 8 px wide; enlarged, they are small against the tip of a nose.
_ENLARGED = 3
# From this turn on the point lies on the outline, so that the motion is read beside it, on the skin.
_ON_OUTLINE_DEG = 50.0


def shift_ratio(pipeline: LandmarkDiffPipeline, analysis: FaceAnalysis, maneuver: str, true_turn_deg: float) -> float:
    """Return the horizontal motion in the picture over the planned one: 4 mm x sin(true turn) at the photo's scale."""
    landmark, point = MANEUVERS[maneuver]
    prediction = pipeline.predict(analysis, Plan({}, {maneuver: MOVED_MM}))
    planned_px = MOVED_MM * math.sin(math.radians(true_turn_deg)) * analysis.geometry.scale.px_per_mm
    before, after = _enlarged(analysis.photo.as_8_bit()), _enlarged(prediction.image_8_bit())
    flow = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM).calc(before, after, None)
    if analysis.contour is None:
        x, y = analysis.landmarks.xy_px[landmark]
    else:
        x, y = analysis.contour.points[point].x_px, analysis.contour.points[point].y_px
    inward = math.copysign(2.0 * _RADIUS_PX, true_turn_deg) if abs(true_turn_deg) > _ON_OUTLINE_DEG else 0.0
    column, row = round((x - inward) * _ENLARGED), round(y * _ENLARGED)
    rows = slice(row - _RADIUS_PX, row + _RADIUS_PX + 1)
    columns = slice(column - _RADIUS_PX, column + _RADIUS_PX + 1)
    return float(np.median(flow[rows, columns, 0])) / (planned_px * _ENLARGED)


def _enlarged(rgb: np.ndarray) -> np.ndarray:
    size = (rgb.shape[1] * _ENLARGED, rgb.shape[0] * _ENLARGED)
    return cv2.resize(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), size, interpolation=cv2.INTER_CUBIC)
