"""Things before a rendered profile that hide its outline: hair, glasses, a hand, the border of the photo.

Painted in millimetres of the head at known places, with texture, soft edges and shade, so that nothing but the thing
itself gives it away.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from tests.support.rendered_head import Render

_HAIR = (58.0, 43.0, 34.0)
_FRAME = (38.0, 36.0, 40.0)
_NASION, _TIP, _SUBNASALE, _MOUTH, _LOWER_LIP, _POGONION, _MENTON, _BROW = 168, 4, 2, 13, 17, 199, 152, 9


def with_fringe(render: Render, colour: Sequence[float] = _HAIR) -> np.ndarray:
    """Return the profile with hair that falls over forehead and root of the nose."""
    place = _Place(render)
    ends = [place.at(_NASION, forward, -4.0) for forward in np.linspace(-16.0, 9.0, 46)]
    starts = [place.at(_BROW, forward, 62.0) for forward in np.linspace(-48.0, -12.0, 46)]
    return _strands(render, starts, ends, colour, bow_mm=9.0)


def with_strand(render: Render, colour: Sequence[float] = _HAIR) -> np.ndarray:
    """Return the profile with a lock that hangs before nose and mouth."""
    place = _Place(render)
    starts = [place.at(_BROW, forward, 55.0) for forward in np.linspace(-40.0, -22.0, 30)]
    ends = [place.at(_LOWER_LIP, forward, -12.0) for forward in np.linspace(-8.0, 10.0, 30)]
    return _strands(render, starts, ends, colour, bow_mm=30.0)


def with_glasses(render: Render, colour: Sequence[float] = _FRAME) -> np.ndarray:
    """Return the profile with glasses: rim before the root of the nose, lens edge-on, temple towards the ear."""
    place = _Place(render)
    rim, temple = np.zeros(render.image.shape[:2], np.float32), np.zeros(render.image.shape[:2], np.float32)
    centre = place.at(_NASION, 2.0, -6.0)
    axes = (round(4.5 * render.px_per_mm * 16), round(21.0 * render.px_per_mm * 16))
    centre_fixed = tuple(np.rint(centre * 16).astype(int).tolist())
    cv2.ellipse(rim, centre_fixed, axes, -6.0 * place.sign, 0, 360, 1.0, round(3.0 * render.px_per_mm), cv2.LINE_AA, 4)
    ends = np.rint(np.array([place.at(_NASION, 2.0, 4.0), place.at(_NASION, -95.0, -2.0)]) * 16).astype(int)
    cv2.line(
        temple, tuple(ends[0].tolist()), tuple(ends[1].tolist()), 1.0, round(4.0 * render.px_per_mm), cv2.LINE_AA, 4
    )
    return _over(render, np.maximum(rim, temple), np.array(colour))


def with_hand_at_chin(render: Render) -> np.ndarray:
    """Return the profile with a fist of skin colour before the chin."""
    return _hand(render, _POGONION, forward_mm=8.0, up_mm=-10.0)


def with_hand_at_mouth(render: Render) -> np.ndarray:
    """Return the profile with a hand of skin colour before the mouth."""
    return _hand(render, _MOUTH, forward_mm=10.0, up_mm=-6.0)


def with_hand_at_nose(render: Render) -> np.ndarray:
    """Return the profile with fingers of skin colour before the bridge of the nose."""
    return _hand(render, _TIP, forward_mm=6.0, up_mm=4.0)


def cropped_at(render: Render, landmark: int, down_mm: float = 0.0) -> np.ndarray:
    """Return the profile cut off below a landmark."""
    bottom = int(render.points_px[landmark, 1] + down_mm * render.px_per_mm)
    return np.ascontiguousarray(render.image[:bottom])


class _Place:
    def __init__(self, render: Render) -> None:
        self.points = render.points_px
        self.px_per_mm = render.px_per_mm
        self.sign = math.copysign(1.0, render.points_px[_TIP, 0] - render.points_px[[234, 454], 0].mean())

    def at(self, landmark: int, forward_mm: float, up_mm: float) -> np.ndarray:
        return self.points[landmark, :2] + np.array([self.sign * forward_mm, -up_mm]) * self.px_per_mm


def _strands(render: Render, starts: list, ends: list, colour: Sequence[float], bow_mm: float) -> np.ndarray:
    rng = np.random.default_rng(11)
    image = render.image.astype(np.float32)
    place = _Place(render)
    for start, end in zip(starts, ends, strict=True):
        bow = (start + end) / 2 + np.array([place.sign * bow_mm, -6.0]) * render.px_per_mm
        t = np.linspace(0.0, 1.0, 40)[:, None]
        jitter = rng.normal(0.0, 1.5 * render.px_per_mm, 2)
        curve = (1 - t) ** 2 * start + 2 * t * (1 - t) * (bow + jitter) + t**2 * (end + 0.5 * jitter)
        cover = np.zeros(image.shape[:2], np.float32)
        width = max(2, round(render.px_per_mm * rng.uniform(1.2, 2.4)))
        cv2.polylines(cover, [np.rint(curve * 16).astype(np.int32)], False, 1.0, width, cv2.LINE_AA, 4)
        shade = np.array(colour) * rng.uniform(0.75, 1.35)
        image += cover[..., None] * (shade - image)
    return _finished(image)


def _hand(render: Render, landmark: int, forward_mm: float, up_mm: float) -> np.ndarray:
    """Draw a fist: a palm and four fingers in the skin's own colour, lit from above, an arm leading down."""
    place = _Place(render)
    skin = np.median(render.image[_disc(render, place.at(_SUBNASALE, -35.0, 0.0), 8.0)], axis=0)
    image = render.image.astype(np.float32)
    parts = [((-4.0, -48.0), (19.0, 46.0), 0.86), ((0.0, -6.0), (21.0, 24.0), 0.93)]
    parts += [((2.0, 14.0 - 9.0 * finger), (22.0, 5.6), 1.02 - 0.03 * finger) for finger in range(4)]
    for (ahead, above), (half_width, half_height), light in parts:
        cover = np.zeros(image.shape[:2], np.float32)
        centre = place.at(landmark, forward_mm + ahead, up_mm + above)
        axes = tuple(round(half * render.px_per_mm * 16) for half in (half_width, half_height))
        fixed = tuple(np.rint(centre * 16).astype(int).tolist())
        cv2.ellipse(cover, fixed, axes, -12.0 * place.sign, 0, 360, 1.0, -1, cv2.LINE_AA, 4)
        rim = cv2.GaussianBlur(cover, (0, 0), 2.5 * render.px_per_mm)
        shade = skin * light * (0.72 + 0.28 * rim[..., None])
        image += cover[..., None] * (shade - image)
    return _finished(image)


def _over(render: Render, cover: np.ndarray, colour: np.ndarray) -> np.ndarray:
    image = render.image.astype(np.float32)
    return _finished(image + cover[..., None] * (colour - image))


def _finished(image: np.ndarray) -> np.ndarray:
    soft = cv2.GaussianBlur(image, (0, 0), 0.6)
    noisy = soft + np.random.default_rng(5).normal(0.0, 1.0, image.shape)
    return np.clip(np.rint(noisy), 0, 255).astype(np.uint8)


def _disc(render: Render, centre: np.ndarray, radius_mm: float) -> np.ndarray:
    rows, columns = np.ogrid[: render.image.shape[0], : render.image.shape[1]]
    return np.hypot(columns - centre[0], rows - centre[1]) < radius_mm * render.px_per_mm
