"""Pictures and animations as files: nothing but pixels, the mark on every simulation."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image
from tests.support.cases import PLACE, USER, CaseFile, CaseMaker, jpeg_with_metadata, portrait, stored_pixels

from landmarkdiff.errors import Cancelled, ConsentMissing, UsageProblem
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff.project import Project
from landmarkdiff.project.records import PhotoRecord
from landmarkdiff.report import Crop, Destination
from landmarkdiff.report.dicom import dicom_files
from landmarkdiff.report.exporting import (
    AnimationFormat,
    ExportOptions,
    PictureFormat,
    animation_files,
    fading_frames,
    picture_files,
)

Open = Callable[[CaseFile], Project]
TO_RECORD = ExportOptions(destination=Destination.RECORD)


def mean_difference(first: np.ndarray, second: np.ndarray) -> float:
    return float(np.abs(first.astype(int) - second.astype(int)).mean())


@pytest.mark.parametrize("picture_format", list(PictureFormat), ids=lambda each: each.value)
def test_each_view_gives_before_simulation_and_pair(project: Project, picture_format: PictureFormat) -> None:
    files = picture_files(project, TO_RECORD, picture_format)

    ending = picture_format.value
    assert sorted(files) == sorted(
        f"{view}_{kind}.{ending}"
        for view in ("01_frontal", "02_left_three_quarter")
        for kind in ("before", "simulation", "pair")
    )
    sizes = {name: Image.open(io.BytesIO(content)).size for name, content in files.items()}
    assert sizes[f"01_frontal_before.{ending}"] == sizes[f"01_frontal_simulation.{ending}"]


def test_view_that_nobody_knows_names_no_file(two_views: CaseFile, open_copy: Open) -> None:
    project = open_copy(two_views)
    with project.begin(user=USER) as change:
        for stored in project.records(PhotoRecord):
            change.put(replace(stored.record, view="../../evil"), stored.id)

    names = set(picture_files(project, TO_RECORD)) | set(dicom_files(project))

    assert names
    assert all(re.fullmatch(r"\d\d_[a-z_]+\.(jpg|dcm)", name) for name in names)


@pytest.mark.parametrize("picture_format", list(PictureFormat), ids=lambda each: each.value)
def test_files_tell_nothing_but_pixels(project: Project, picture_format: PictureFormat) -> None:
    content = b"".join(picture_files(project, TO_RECORD, picture_format).values())

    assert PLACE.encode() not in content
    assert b"Exif" not in content
    assert b"Planted" not in content


def test_metadata_stays_where_asked_for(two_views: CaseFile, project: Project) -> None:
    files = picture_files(project, replace(TO_RECORD, keeps_metadata=True))

    assert files["01_frontal_before.jpg"] == two_views.contents[0]
    assert PLACE.encode() not in files["01_frontal_simulation.jpg"]


def test_turned_photo_stands_upright_in_every_file(maker: CaseMaker, open_copy: Open) -> None:
    content = jpeg_with_metadata(stored_pixels(portrait(300), 6), orientation=6)
    project = open_copy(maker.make(name="turned.ldproj", contents=(content,)))

    files = picture_files(project, TO_RECORD)

    expected = photo_from_bytes(content).as_8_bit()
    before = photo_from_bytes(files["01_frontal_before.jpg"]).as_8_bit()
    after = photo_from_bytes(files["01_frontal_simulation.jpg"]).as_8_bit()
    assert (before == expected).all()
    assert after.shape == expected.shape
    assert mean_difference(after[:60], expected[:60]) < 3.0


def test_face_crop_is_smaller_and_alike(project: Project) -> None:
    files = picture_files(project, replace(TO_RECORD, crop=Crop.FACE))

    before, after = (photo_from_bytes(files[f"01_frontal_{kind}.jpg"]) for kind in ("before", "simulation"))
    assert (before.width_px, before.height_px) == (after.width_px, after.height_px)
    assert before.width_px < 360


def test_teaching_needs_its_own_consent(maker: CaseMaker, open_copy: Open) -> None:
    project = open_copy(maker.make(name="untaught.ldproj", purposes=("clinical_record", "simulation")))

    with pytest.raises(ConsentMissing) as refused:
        picture_files(project, ExportOptions(destination=Destination.TEACHING))

    assert refused.value.purposes == ("teaching",)


@pytest.mark.parametrize("animation_format", list(AnimationFormat), ids=lambda each: each.value)
def test_animation_runs_from_photo_to_simulation_and_back(project: Project, animation_format: AnimationFormat) -> None:
    files = animation_files(project, TO_RECORD, animation_format)

    animation = Image.open(io.BytesIO(files[f"01_frontal.{animation_format.value}"]))
    assert animation.n_frames == 18
    assert animation.info["loop"] == 0


def test_animation_needs_a_simulation(maker: CaseMaker, open_copy: Open) -> None:
    project = open_copy(maker.make(name="unmoved.ldproj", predicted=0))

    with pytest.raises(UsageProblem, match="no simulation"):
        animation_files(project, TO_RECORD)


def test_gif_keeps_the_colours_of_both_ends(project: Project) -> None:
    animation = Image.open(io.BytesIO(animation_files(project, TO_RECORD, AnimationFormat.GIF)["01_frontal.gif"]))
    photo = photo_from_bytes(picture_files(project, TO_RECORD)["01_frontal_before.jpg"]).as_8_bit()

    first = np.asarray(animation.convert("RGB"))

    # 256 colours with dithering are a few levels off in every pixel, and right on average.
    assert first.shape == photo.shape
    assert mean_difference(first, photo) < 6.0
    assert np.abs(first.mean(axis=(0, 1)) - photo.mean(axis=(0, 1))).max() < 1.0


@pytest.mark.parametrize("animation_format", list(AnimationFormat), ids=lambda each: each.value)
def test_cancelling_ends_an_animation_between_views(project: Project, animation_format: AnimationFormat) -> None:
    token = CancelToken()
    told: list[float] = []

    def report(progress: Progress, /) -> None:
        told.append(progress.fraction)
        token.cancel()

    with pytest.raises(Cancelled):
        animation_files(project, TO_RECORD, animation_format, report=report, token=token)

    assert told == [0.0]


@pytest.mark.parametrize("picture_format", list(PictureFormat), ids=lambda each: each.value)
def test_cancelling_ends_pictures_within_a_view(project: Project, picture_format: PictureFormat) -> None:
    token = CancelToken()

    with pytest.raises(Cancelled):
        picture_files(project, TO_RECORD, picture_format, report=lambda _: token.cancel(), token=token)


def test_every_frame_but_the_photo_is_marked() -> None:
    before = np.full((200, 200, 3), 90, dtype=np.uint8)
    after = np.full((200, 200, 3), 130, dtype=np.uint8)

    frames = [pixels for pixels, _ in fading_frames(before, after)]

    assert (frames[0] == before).all()
    assert all((frame[-20:] > 200).any() for frame in frames[1:])
    levels = [int(frame[0, 0, 0]) for frame in frames]
    assert levels[:10] == sorted(levels[:10])
    assert levels[9] == 130


def test_same_project_gives_the_same_files(project: Project) -> None:
    assert picture_files(project, TO_RECORD) == picture_files(project, TO_RECORD)
    assert animation_files(project, TO_RECORD) == animation_files(project, TO_RECORD)


def test_before_is_the_cameras_own_picture(two_views: CaseFile, project: Project) -> None:
    files = picture_files(project, TO_RECORD)

    given_out = cv2.imdecode(np.frombuffer(files["01_frontal_before.jpg"], np.uint8), cv2.IMREAD_COLOR)
    camera = cv2.imdecode(np.frombuffer(two_views.contents[0], np.uint8), cv2.IMREAD_COLOR)
    assert (given_out == camera).all()
