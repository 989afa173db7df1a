"""Square canvases cut from a photo, turned and scaled, on which detectors look; and the way back to the photo."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

Rgb = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]


def similarity(centre: tuple[float, float], zoom: float, roll_deg: float, canvas_px: int) -> Points:
    """Return the 2 x 3 map from photo px to canvas px that brings `centre` to the middle and undoes the roll."""
    angle = math.radians(roll_deg)
    turn = zoom * np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    middle = np.full(2, (canvas_px - 1) / 2)
    return np.column_stack([turn, middle - turn @ np.array(centre)])


def resample(rgb: Rgb, transform: Points, canvas_px: int) -> Rgb:
    """Return the canvas, uint8 (canvas_px, canvas_px, 3), without aliasing; the photo's border is carried on."""
    zoom = float(np.hypot(transform[0, 0], transform[1, 0]))
    factor = 1
    while zoom * factor < 0.6 and min(rgb.shape[:2]) // (2 * factor) >= 16:
        factor *= 2
    if factor > 1:
        # Halving repeatedly is the fastest area average.
        low, high = _source_box(rgb, transform, canvas_px)
        part = rgb[low[1] : high[1], low[0] : high[0]]
        if part.size:
            small = part
            for _ in range(factor.bit_length() - 1):
                small = np.asarray(
                    cv2.resize(small, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8
                )
            scale_x, scale_y = part.shape[1] / small.shape[1], part.shape[0] / small.shape[0]
            grow = np.array([[scale_x, 0.0, low[0] + (scale_x - 1) / 2], [0.0, scale_y, low[1] + (scale_y - 1) / 2]])
            combined = transform[:, :2] @ grow
            combined[:, 2] += transform[:, 2]
            return _warp(small, combined, canvas_px)
    return _warp(rgb, transform, canvas_px)


def _source_box(rgb: Rgb, transform: Points, canvas_px: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    corners = np.array([[0, 0], [canvas_px, 0], [0, canvas_px], [canvas_px, canvas_px]], dtype=np.float64)
    covered = (corners - transform[:, 2]) @ np.linalg.inv(transform[:, :2]).T
    size = np.array([rgb.shape[1], rgb.shape[0]])
    low = np.clip(np.floor(covered.min(axis=0)).astype(np.intp) - 64, 0, size)
    high = np.clip(np.ceil(covered.max(axis=0)).astype(np.intp) + 64, 0, size)
    return low, high


def _warp(rgb: Rgb, transform: Points, canvas_px: int) -> Rgb:
    flags = cv2.INTER_LINEAR if transform[0, 0] ** 2 + transform[1, 0] ** 2 <= 1 else cv2.INTER_CUBIC
    picture = cv2.warpAffine(rgb, transform, (canvas_px, canvas_px), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(picture, dtype=np.uint8)


def back(points: Points, transform: Points) -> Points:
    """Map canvas px to photo px; z follows the scale."""
    turn = transform[:, :2]
    zoom = float(np.hypot(turn[0, 0], turn[1, 0]))
    result = np.empty_like(points)
    result[:, :2] = (points[:, :2] - transform[:, 2]) @ np.linalg.inv(turn).T
    result[:, 2] = points[:, 2] / zoom
    return result
