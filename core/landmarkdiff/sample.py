"""The sample photo: a face that may be shown to anybody, for the demonstration, screenshots and benchmarks."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.photo.photo import Photo

SAMPLE_NOTE = (
    "Sample photo: Eileen Collins, NASA, public domain, as shipped with scikit-image; the face is 91 pixels wide in it "
    "and enlarged here, so its skin shows less texture than a clinical photo."
)
# Around the face of the 512 x 512 original: left, top, side.
_CROP = (112, 0, 232)


def sample_photo(side_px: int = 1024) -> Photo:
    """Return the sample photo, a square crop around the face enlarged to `side_px`."""
    from skimage import data

    left, top, side = _CROP
    original: npt.NDArray[np.uint8] = data.astronaut()  # type: ignore[no-untyped-call]  # scikit-image has no types for it
    crop = np.ascontiguousarray(original[top : top + side, left : left + side])
    return Photo(np.asarray(cv2.resize(crop, (side_px, side_px), interpolation=cv2.INTER_CUBIC), dtype=np.uint8))
