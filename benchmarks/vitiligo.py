"""How much healthy skin is flagged as vitiligo, and how much of painted patches is found, on a folder of photos.

    python -m benchmarks.vitiligo FOLDER [--jobs N] [--json FILE]

Every photo is looked at as it is, with more melanin, and in other exposures, white balances and gammas. Patches are
painted where nine tenths of them and a margin lie on bare skin that faces the camera. The sample photo of scikit-image
is always included, enlarged around its face.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image
from tests.support.painting import (
    Paint,
    paint_lab,
    paint_reflectance,
    patch_cover,
    with_gains,
    with_gamma,
    with_more_melanin,
)

from landmarkdiff.clinical.vitiligo import find_patches
from landmarkdiff.errors import NoFaceFound
from landmarkdiff.face.bare import bare_skin
from landmarkdiff.face.canvas import CANVAS_MM_PER_PX, FaceCanvas, face_canvas, grown
from landmarkdiff.face.detector import FaceDetector
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.photo.photo import Photo

MELANIN = (0.0, 1.0, 2.0)
STRENGTHS = ((8, 0.7), (8, 0.5), (8, 0.3), (15, 0.7), (15, 0.3), (25, 0.7), (25, 0.3))
DIAMETERS_MM = (5, 10, 20, 30)
# Cheeks, forehead, nose tip and bridge, chin, cheekbones, temples, beside the mouth, jaw.
PLACES = (205, 425, 151, 4, 6, 199, 117, 346, 71, 301, 186, 410, 214, 434)
_MOST_OF_FACE = 0.12
_SUFFIXES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"}


@dataclass(frozen=True, slots=True)
class Healthy:
    photo: str
    melanin: float
    variant: str
    share: float


@dataclass(frozen=True, slots=True)
class Painted:
    photo: str
    melanin: float
    style: str
    lightness_gain: float
    chroma_factor: float
    diameter_mm: float
    place: int
    found: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    paths = [str(path) for path in sorted(options.folder.iterdir()) if path.suffix.lower() in _SUFFIXES]
    with ProcessPoolExecutor(options.jobs) as pool:
        results = [result for results in pool.map(measure_photo, [*paths, ""]) for result in results]
    healthy = [result for result in results if isinstance(result, Healthy)]
    painted = [result for result in results if isinstance(result, Painted)]
    if options.json:
        rows = {"healthy": [asdict(row) for row in healthy], "painted": [asdict(row) for row in painted]}
        options.json.write_text(json.dumps(rows), encoding="utf-8")
    print_healthy(healthy)
    print_painted(painted)
    return 0


def measure_photo(path: str) -> list[Healthy | Painted]:
    cv2.setNumThreads(1)
    photo, name = (_read(path), Path(path).stem) if path else (_sample(), "astronaut")
    try:
        landmarks = FaceDetector().find(photo).landmarks
    except NoFaceFound:
        print(f"{name}: no face", file=sys.stderr)
        return []
    photo, landmarks = _around_the_face(photo, landmarks)
    results: list[Healthy | Painted] = []
    for melanin in MELANIN:
        toned = with_more_melanin(photo, melanin) if melanin else photo
        for variant, changed in variants(toned):
            share = find_patches(changed, landmarks, mm_per_px=1.0).share_of_face
            results.append(Healthy(name, melanin, variant, share))
        for index, (gain, chroma) in enumerate(STRENGTHS):
            for step, diameter_mm in enumerate(DIAMETERS_MM):
                style = "lab" if (index + step) % 2 else "reflectance"
                for place, found in paint_and_find(toned, landmarks, diameter_mm, Paint(gain, chroma), style):
                    results.append(Painted(name, melanin, style, gain, chroma, diameter_mm, place, found))
    return results


def variants(photo: Photo) -> Iterator[tuple[str, Photo]]:
    yield "as it is", photo
    for name, gains in {
        "exposure +20 %": (1.2, 1.2, 1.2),
        "exposure -20 %": (0.8, 0.8, 0.8),
        "red +10 %": (1.1, 1.0, 1.0),
        "red -10 %": (0.9, 1.0, 1.0),
        "blue +10 %": (1.0, 1.0, 1.1),
        "blue -10 %": (1.0, 1.0, 0.9),
        "warm": (1.1, 1.0, 0.9),
        "cool": (0.9, 1.0, 1.1),
    }.items():
        yield name, with_gains(photo, *gains)
    yield "gamma 0.85", with_gamma(photo, 0.85)
    yield "gamma 1.18", with_gamma(photo, 1.18)


def paint_and_find(
    photo: Photo, landmarks: FaceLandmarks, diameter_mm: float, paint: Paint, style: str
) -> Iterator[tuple[int, float]]:
    canvas = face_canvas(photo, landmarks)
    px_per_mm = 1 / (float(canvas.to_canvas[0, 0]) * CANVAS_MM_PER_PX)
    covers = {}
    for place in places(canvas, diameter_mm):
        centre = (float(landmarks.xy_px[place, 0]), float(landmarks.xy_px[place, 1]))
        edge_px = min(paint.edge_mm, diameter_mm / 4) * px_per_mm
        covers[place] = patch_cover(photo, centre, diameter_mm * px_per_mm, edge_px, seed=place)
    if not covers:
        return
    brush = paint_lab if style == "lab" else paint_reflectance
    painted = brush(photo, np.maximum.reduce(list(covers.values())), paint)
    mask = find_patches(painted, landmarks, mm_per_px=1.0).mask
    for place, cover in covers.items():
        yield place, float(mask[cover > 0.5].mean())


def places(canvas: FaceCanvas, diameter_mm: float) -> list[int]:
    """Return landmarks at which a patch lies on bare skin facing the camera, apart from each other."""
    skin = bare_skin(canvas).skin
    taken = np.zeros(canvas.shape, dtype=np.bool_)
    chosen = []
    for place in PLACES:
        column, row = (int(value) for value in np.round(canvas.points[place]))
        disc = np.zeros(canvas.shape, dtype=np.uint8)
        cv2.circle(disc, (column, row), int(diameter_mm / 2 / CANVAS_MM_PER_PX), 1, cv2.FILLED)
        patch = disc > 0
        if not patch.any() or not (0 <= row < canvas.shape[0] and 0 <= column < canvas.shape[1]):
            continue
        is_free = not (taken & grown(patch, 6.0)).any() and taken.sum() < _MOST_OF_FACE * canvas.face.sum()
        if is_free and canvas.normals[row, column, 2] > 0.6 and skin[patch].mean() > 0.9:
            taken |= patch
            chosen.append(place)
    return chosen


def print_healthy(rows: list[Healthy]) -> None:
    print(f"Healthy skin flagged, share of the face ({len(rows)} photos and variants)")
    for photo in sorted({row.photo for row in rows}):
        for melanin in MELANIN:
            own = [row for row in rows if row.photo == photo and row.melanin == melanin]
            worst = max(own, key=lambda row: row.share)
            print(
                f"  {photo:40} melanin +{melanin:.0f}  as it is {own[0].share:6.2%}  "
                f"worst {worst.share:6.2%} {worst.variant}"
            )


def print_painted(rows: list[Painted]) -> None:
    keys: dict[str, Callable[[Painted], object]] = {
        "all": lambda row: "",
        "strength (L*, chroma)": lambda row: (row.lightness_gain, row.chroma_factor),
        "melanin and strength": lambda row: (f"+{row.melanin:.0f}", row.lightness_gain, row.chroma_factor),
        "diameter, mm": lambda row: row.diameter_mm,
        "melanin": lambda row: row.melanin,
        "style": lambda row: row.style,
        "photo": lambda row: row.photo,
        "place": lambda row: row.place,
    }
    for title, key in keys.items():
        print(f"Painted patches found, by {title}")
        for value in sorted({key(row) for row in rows}, key=str):
            found = np.array([row.found for row in rows if key(row) == value])
            print(
                f"  {value!s:40} n {len(found):5}  mean area {found.mean():.2f}  median {np.median(found):.2f}  "
                f"at least 80 % {np.mean(found >= 0.8):.2f}  missed {np.mean(found < 0.1):.2f}"
            )


def _around_the_face(photo: Photo, landmarks: FaceLandmarks) -> tuple[Photo, FaceLandmarks]:
    """Cut the photo to the face with a margin: painting the background would only cost time."""
    low, high = landmarks.xy_px.min(axis=0), landmarks.xy_px.max(axis=0)
    margin = 0.15 * (high - low).max()
    left, top = (int(value) for value in np.maximum(low - margin, 0))
    right, bottom = (int(value) for value in high + margin)
    cut = Photo(photo.pixels[top:bottom, left:right])
    points = landmarks.points_px - np.array([left, top, 0.0])
    return cut, FaceLandmarks(points, cut.width_px, cut.height_px, landmarks.spread_px, landmarks.confidence)


def _read(path: str) -> Photo:
    with Image.open(path) as picture:
        return Photo(np.asarray(picture.convert("RGB")))


def _sample() -> Photo:
    import skimage.data

    face = skimage.data.astronaut()[0:260, 120:330]
    return Photo(np.asarray(cv2.resize(face, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC)))


if __name__ == "__main__":
    raise SystemExit(main())
