"""Make the reference face from photos: detected, aligned, averaged, made symmetric, scaled to mm.

`python -m landmarkdiff.face.make_reference PHOTO ... --output reference_face.csv`. The face is a mean of detector
output, so it carries nobody's likeness; see docs/accuracy.md for the photos it was made from and how it compares.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.detector import FaceDetector
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.pose import similarity_between
from landmarkdiff.face.reference import IRIS_DIAMETER_MM
from landmarkdiff.face.topology import MIDLINE, MIRROR

Points = npt.NDArray[np.float64]

# Iris rims: horizontal diameters of the right and the left eye.
_IRIS_DIAMETERS = ((469, 471), (474, 476))
# Tilt of the chord from menton (152) to the top of the forehead (10) that is called pitch zero: positive where the
# forehead lies behind the chin. Chosen so that labelled faces read a mean pitch of zero, docs/accuracy.md.
FACE_CHORD_TILT_DEG = -5.0


def make_reference(faces: list[FaceLandmarks], *, rounds: int = 12) -> Points:
    """Return the mean symmetric face.

    Parameters
    ----------
    faces : list of FaceLandmarks
        Detected faces, any size and pose up to about 45 degrees, neutral.

    Returns
    -------
    float64 (478, 3)
        mm in the head frame: x to the patient's left, y up, z forward, origin midway between the outer canthi.
    """
    shapes = [face.points_px * [1.0, -1.0, -1.0] for face in faces]
    mean = shapes[0]
    for _ in range(rounds):
        mean = _symmetric(np.mean([_onto(shape, mean) for shape in shapes], axis=0))
    mean = mean * _mm_per_unit(faces, mean)
    return _upright(mean)


def _onto(shape: Points, target: Points) -> Points:
    scale, turn, shift = similarity_between(shape, target)
    return np.asarray(scale * shape @ turn.T + shift)


def _symmetric(shape: Points) -> Points:
    """Turn the face so that its own plane of symmetry is x = 0, then average it with its mirror image."""
    flipped = shape[MIRROR] * [-1.0, 1.0, 1.0]
    scale, turn, shift = similarity_between(flipped, shape)
    middle = (shape + scale * flipped @ turn.T + shift) / 2
    across = (middle - middle[MIRROR])[np.arange(len(MIRROR)) < MIRROR]
    left = -across.sum(axis=0)
    left /= np.linalg.norm(left)
    up = middle[10] - middle[152]
    up -= left * (up @ left)
    up /= np.linalg.norm(up)
    frame = np.stack([left, up, np.cross(left, up)])
    turned = (middle - middle[list(MIDLINE)].mean(axis=0)) @ frame.T
    return np.asarray((turned + turned[MIRROR] * [-1.0, 1.0, 1.0]) / 2)


def _mm_per_unit(faces: list[FaceLandmarks], mean: Points) -> float:
    """Scale the face so that its outer canthal distance is the mean of the faces, measured by their irises.

    The canthal distance is taken in 3-D, the irises in the picture: eyes look into the camera whatever the head does,
    so the irises are not foreshortened.
    """
    distances = []
    for face in faces:
        right, left = (np.linalg.norm(face.xy_px[a] - face.xy_px[b]) for a, b in _IRIS_DIAMETERS)
        distances.append(face.outer_canthal_px * IRIS_DIAMETER_MM / (float(right + left) / 2))
    return float(np.mean(distances)) / float(np.linalg.norm(mean[33] - mean[263]))


def _upright(shape: Points) -> Points:
    chord = shape[10] - shape[152]
    turn = math.atan2(-chord[2], chord[1]) - math.radians(FACE_CHORD_TILT_DEG)
    about_x = np.array([[1, 0, 0], [0, math.cos(turn), -math.sin(turn)], [0, math.sin(turn), math.cos(turn)]])
    upright = (shape - (shape[33] + shape[263]) / 2) @ about_x.T
    return np.asarray((upright + upright[MIRROR] * [-1.0, 1.0, 1.0]) / 2)


def main() -> int:
    """Read photos, write the reference face as CSV and say its main sizes."""
    from landmarkdiff.photo.reading import read_photo

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    detector = FaceDetector()
    faces = [detector.find(read_photo(path)).landmarks for path in arguments.photos]
    face = make_reference(faces)
    rows = [",".join(f"{value + 0.0:.3f}" for value in point) for point in face]
    arguments.output.write_text("x_mm,y_mm,z_mm\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
