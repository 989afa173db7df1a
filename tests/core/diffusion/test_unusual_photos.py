"""Photos as they come from phones, scanners and archives, through a painting mode: upright, whole, still outside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.photo import Photo
from landmarkdiff.photo.reading import read_photo
from landmarkdiff.prediction import Prediction
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.sample import sample_photo

Bytes = npt.NDArray[np.uint8]

_ORIENTATION = 274
# What a camera held that way writes: the upright picture turned by this, and the tag that turns it back.
_TURNS: dict[int, Image.Transpose | None] = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
Paint = Callable[[Photo | Path], Prediction]


@pytest.fixture
def paint(make_pipeline: Callable[..., LandmarkDiffPipeline]) -> Paint:
    """Paint a nose with a fixed seed, and see that nothing outside the mask has changed."""
    pipeline = make_pipeline("controlnet")

    def work(given: Photo | Path) -> Prediction:
        photo = read_photo(given) if isinstance(given, Path) else given
        dials = {"work_size_px": 64, "steps": 10}
        prediction = pipeline.predict(pipeline.analyze(photo), Plan({"rhinoplasty": 80.0}), seed=3, settings=dials)
        outside = prediction.mask.full() == 0
        assert prediction.mode == "controlnet"
        assert prediction.image.dtype == photo.pixels.dtype
        assert np.array_equal(prediction.image[outside], photo.pixels[outside])
        assert prediction.changed_pixels()[0] == 0
        assert prediction.changed_pixels()[1] > 100
        return prediction

    return work


def portrait(height_px: int = 384, width_px: int = 330) -> Bytes:
    """Return the sample with sides of which neither is a multiple of 64 and that differ."""
    return np.ascontiguousarray(sample_photo(height_px).as_8_bit()[:, :width_px])


@pytest.fixture
def upright_picture(paint: Paint) -> Bytes:
    return paint(Photo(portrait())).image


@pytest.mark.parametrize("orientation", _TURNS)
def test_every_orientation_of_a_camera_gives_the_upright_picture_to_the_bit(
    orientation: int, paint: Paint, upright_picture: Bytes, tmp_path: Path
) -> None:
    picture, turn, tag = Image.fromarray(portrait()), _TURNS[orientation], Image.Exif()
    tag[_ORIENTATION] = orientation
    (picture if turn is None else picture.transpose(turn)).save(tmp_path / "phone.png", exif=tag)

    painted = paint(tmp_path / "phone.png")

    assert np.array_equal(painted.image, upright_picture)


def save_transparent(path: Path) -> None:
    clear = np.full(portrait().shape[:2], 255, np.uint8)
    clear[:50] = 0
    Image.fromarray(np.dstack([portrait(), clear])).save(path)


def save_sixteen_bit(path: Path) -> None:
    fine = np.random.default_rng(0).integers(0, 257, portrait().shape)
    deep = np.clip(portrait().astype(int) * 257 + fine, 0, 65535).astype(np.uint16)
    cv2.imwrite(str(path), cv2.cvtColor(deep, cv2.COLOR_RGB2BGR))


@pytest.mark.parametrize(
    ("name", "save", "depth"),
    [
        ("clear.png", save_transparent, np.uint8),
        ("deep.png", save_sixteen_bit, np.uint16),
        ("print.jpg", lambda path: Image.fromarray(portrait()).convert("CMYK").save(path), np.uint8),
        ("grey.png", lambda path: Image.fromarray(portrait()).convert("L").save(path), np.uint8),
        ("palette.png", lambda path: Image.fromarray(portrait()).convert("P").save(path), np.uint8),
    ],
    ids=["transparent", "16 bit", "printing colours", "grey", "palette"],
)
def test_every_kind_of_file_is_painted(
    name: str, save: Callable[[Path], None], depth: type, paint: Paint, tmp_path: Path
) -> None:
    save(tmp_path / name)

    assert paint(tmp_path / name).image.dtype == depth


@pytest.mark.parametrize(
    "part",
    [np.s_[:, 150:], np.s_[:, :300], np.s_[110:, :], np.s_[:260, :]],
    ids=["left", "right", "top", "bottom"],
)
def test_face_at_the_border_is_painted_as_far_as_it_is_there(part: tuple[slice, slice], paint: Paint) -> None:
    cut = np.ascontiguousarray(sample_photo(512).as_8_bit()[part])

    assert paint(Photo(cut)).image.shape == cut.shape


@pytest.mark.parametrize("side_px", [96, 3464], ids=["tiny", "12 megapixels"])
def test_size_of_the_photo_is_kept(side_px: int, paint: Paint) -> None:
    assert paint(sample_photo(side_px)).image.shape == (side_px, side_px, 3)
