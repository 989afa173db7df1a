"""Follow the faces of a running picture by their keypoints, each at the size at which these can be read.

The net looks at 128 px of the whole picture. A profile whose face fills much more or much less of it than the faces
that the net knows is read as half a turn; so the face is then looked at in a window of its own, and the whole picture
only every third frame, for those who come in.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.keypoints import FaceKeypoints, KeypointDetector, averaged, is_one_face
from landmarkdiff.face.turn import keypoint_turn

Rgb = npt.NDArray[np.uint8]

# Width of the face as a share of the longer side of the picture: within it a profile reads 80 degrees and more, beyond
# it 40 to 75 (docs/accuracy.md, Views).
_WELL_SEEN = 0.20, 0.34
_WHOLE_STRIDE = 3
# A window serves until the face has moved or grown by this share of its width.
_WINDOW_SLACK = 0.12
_WHOLE_WIDTH_PX = 320
# From this raw turn on every other frame is looked at in its mirror image: one way alone was off by up to 40 degrees.
_TURNED_DEG = 15.0


class LiveKeypoints:
    """The faces of one stream, in the order of its frames. For one thread at a time."""

    def __init__(self) -> None:
        self._detector = KeypointDetector()
        self._seen: list[FaceKeypoints] = []
        self._others: list[FaceKeypoints] = []
        self._window: FaceKeypoints | None = None
        self._frames = 0
        self._is_turned = self._is_mirrored = False

    def prepare(self) -> None:
        """Build the graph now instead of at the first frame."""
        self._detector.prepare()

    def faces(self, rgb: Rgb) -> list[FaceKeypoints]:
        """Return the faces of the next frame, largest first, px of it; a turned one averaged with the frame before."""
        before = self._seen
        self._is_mirrored = bool(before) and self._is_turned and not self._is_mirrored
        self._seen = self._found(rgb)
        self._frames += 1
        faces = [averaged(face, before) for face in self._seen] if self._is_turned else self._seen
        self._is_turned = bool(faces) and abs(keypoint_turn(faces[0]).raw_yaw_deg) > _TURNED_DEG
        return faces

    def refined(self, rgb: Rgb, rough: FaceKeypoints) -> FaceKeypoints | None:
        """Return a face of a frame as closely as in a still, px of it; None where no pass is sure of it."""
        return self._detector.refined(rgb, rough)

    def restart(self) -> None:
        """Forget the frames before."""
        self._seen, self._others, self._window, self._frames = [], [], None, 0
        self._is_turned = self._is_mirrored = False

    def close(self) -> None:
        """Free the graph."""
        self._detector.close()

    def _found(self, rgb: Rgb) -> list[FaceKeypoints]:
        largest = self._seen[0] if self._seen else None
        if largest is not None and not _is_well_seen(largest, rgb) and self._frames % _WHOLE_STRIDE:
            close = self._close_look(rgb, largest)
            if close is not None:
                return [close, *self._others]
        faces = self._in_the_whole(rgb)
        self._others = faces[1:]
        if faces and not _is_well_seen(faces[0], rgb):
            # The face as it was seen closely is the steadier middle of the window.
            rough = largest if largest is not None and is_one_face(largest, faces[0]) else faces[0]
            close = self._close_look(rgb, rough)
            # Whoever is in the window of the largest face and lies on it is that face, seen twice.
            self._others = [face for face in self._others if close is None or not is_one_face(face, close)]
            faces = [close or faces[0], *self._others]
        return faces

    def _close_look(self, rgb: Rgb, rough: FaceKeypoints) -> FaceKeypoints | None:
        """Look through the window of the frame before while the face is still in its middle, else through a new one.

        A window that wandered with every reading would make a head that is held still tremble.
        """
        if self._window is None or not _is_in_the_middle(rough, self._window):
            self._window = rough
        return self._detector.close_look(rgb, self._window, is_mirrored=self._is_mirrored)

    def _in_the_whole(self, rgb: Rgb) -> list[FaceKeypoints]:
        small = shrunk(rgb, _WHOLE_WIDTH_PX)
        faces = self._detector.in_mirrored_frame(small) if self._is_mirrored else self._detector.in_frame(small)
        if not faces and self._is_mirrored:
            self._is_mirrored = False
            faces = self._detector.in_frame(small)
        return [face.scaled(rgb.shape[1] / small.shape[1]) for face in faces]


def shrunk(rgb: Rgb, width_px: int) -> Rgb:
    """Return a picture at a width where it is twice as wide or more: the nets look at 128 and 192 px of it anyway."""
    if rgb.shape[1] < 2 * width_px or rgb.shape[0] < 2:
        return rgb
    size = (width_px, max(1, round(rgb.shape[0] * width_px / rgb.shape[1])))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _is_well_seen(face: FaceKeypoints, rgb: Rgb) -> bool:
    low, high = _WELL_SEEN
    return low <= face.width_px / max(rgb.shape[:2]) <= high


def _is_in_the_middle(face: FaceKeypoints, window: FaceKeypoints) -> bool:
    """Return whether a face lies where, and is as large as, the face that a window was made for."""
    (x, y), (middle_x, middle_y) = face.centre_px, window.centre_px
    away = max(abs(x - middle_x), abs(y - middle_y)) / window.width_px
    return away < _WINDOW_SLACK and 1.0 - _WINDOW_SLACK < face.width_px / window.width_px < 1.0 + _WINDOW_SLACK
