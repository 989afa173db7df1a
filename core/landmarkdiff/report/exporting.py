"""Pictures of a consultation as files: pairs as JPEG or PNG, and an animation that fades from before to simulation."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import UsageProblem
from landmarkdiff.marking import mark_simulation
from landmarkdiff.photo.box import Box
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.project.intake import ENDINGS
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.project import Project
from landmarkdiff.report.case import Shown, read_case
from landmarkdiff.report.consent import Destination, require_consent
from landmarkdiff.report.figures import face_crop, simulation_of
from landmarkdiff.report.options import Crop
from landmarkdiff.report.pictures import (
    CLEAN_IMAGE,
    JPEG_QUALITY,
    decode,
    encode_jpeg,
    photo_picture,
)
from landmarkdiff.report.report import Picture
from landmarkdiff.report.webp import animated_webp
from landmarkdiff.sheets import Tile, contact_sheet

if TYPE_CHECKING:
    from PIL import Image

Rgb = npt.NDArray[np.uint8]

_PAIR_CELL_PX = 1600
_ANIMATION_PX = 960
_STILL_MS, _FADE_MS, _FADE_STEPS = 1400, 60, 8
_PNG = (cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE)


class PictureFormat(Enum):
    """How single pictures are written."""

    JPEG = "jpg"
    PNG = "png"


class AnimationFormat(Enum):
    """How an animation is written; GIF has 256 colours a frame and opens everywhere."""

    WEBP = "webp"
    GIF = "gif"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """Choices for an export of pictures.

    Parameters
    ----------
    destination : Destination
        Decides which consents are needed.
    keeps_metadata : bool
        Give photos out as the camera wrote them, with place, device and time; only where asked for.
    predictions : tuple of ObjectId, optional
        By default the newest of each photo.
    """

    destination: Destination
    crop: Crop = Crop.PHOTO
    keeps_metadata: bool = False
    predictions: tuple[ObjectId, ...] | None = None


def picture_files(
    project: Project,
    options: ExportOptions,
    picture_format: PictureFormat = PictureFormat.JPEG,
    *,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> dict[str, bytes]:
    """Return before, simulation and the pair side by side of each view, by file name.

    Raises
    ------
    ConsentMissing
        The consents do not cover it.
    PhotoUnreadable
        A photo is damaged.
    Cancelled
        The token was set.
    """
    token = token or CancelToken()
    files: dict[str, bytes] = {}
    shown = _allowed(project, options)
    for place, each in enumerate(shown):
        token.raise_if_cancelled()
        report(Progress("pictures", place / len(shown)))
        name = f"{place + 1:02d}_{each.view}"
        content = project.read_bytes(each.photo.record.original)
        box = face_crop(project, each) if options.crop is Crop.FACE else None
        before = photo_picture(content, box)
        token.raise_if_cancelled()
        after = simulation_of(project, each, box)
        if options.keeps_metadata and box is None:
            files[f"{name}_before{ENDINGS.get(each.photo.record.media_type, '.bin')}"] = content
        else:
            files[f"{name}_before.{picture_format.value}"] = _file(before, picture_format)
        token.raise_if_cancelled()
        if after is not None:
            files[f"{name}_simulation.{picture_format.value}"] = _file(after, picture_format)
            token.raise_if_cancelled()
            files[f"{name}_pair.{picture_format.value}"] = _pair_file(each.view, before, after, picture_format)
    return files


def animation_files(
    project: Project,
    options: ExportOptions,
    animation_format: AnimationFormat = AnimationFormat.WEBP,
    *,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> dict[str, bytes]:
    """Return an animation of each predicted view, by file name.

    Every frame but the unmodified photo carries the mark. The token is looked at between views and between frames.

    Raises
    ------
    UsageProblem
        There is no simulation to fade to; otherwise as from `picture_files`.
    """
    token = token or CancelToken()
    files: dict[str, bytes] = {}
    shown = [each for each in _allowed(project, options) if has_animation(each)]
    if not shown:
        raise UsageProblem("There is no simulation in this project that an animation could show; predict one first.")
    for place, each in enumerate(shown):
        token.raise_if_cancelled()
        report(Progress("animation", place / len(shown)))
        box = face_crop(project, each) if options.crop is Crop.FACE else None
        before = decode(photo_picture(project.read_bytes(each.photo.record.original), box))
        after = _clean_simulation(project, each, box)
        token.raise_if_cancelled()
        frames = fading_frames(_reduced(before), _reduced(after))
        files[f"{place + 1:02d}_{each.view}.{animation_format.value}"] = _animated(frames, animation_format, token)
    return files


def has_animation(shown: Shown) -> bool:
    """Return whether a shown photo has a simulation that an animation can fade to."""
    return shown.prediction is not None and CLEAN_IMAGE in shown.prediction.record.images


def fading_frames(before: Rgb, after: Rgb) -> list[tuple[Rgb, int]]:
    """Return frames with their durations in ms, uint8 (height, width, 3): photo, fading, simulation, fading back."""
    shares = [step / (_FADE_STEPS + 1) for step in range(1, _FADE_STEPS + 1)]
    fading = [mark_simulation(_blend(before, after, share)) for share in shares]
    there = [(frame, _FADE_MS) for frame in fading]
    return [(before, _STILL_MS), *there, (mark_simulation(after), _STILL_MS), *there[::-1]]


def upright_jpeg(picture: Picture) -> bytes:
    """Return a picture's JPEG, its own coded bytes, with nothing added but how it is to be turned."""
    if picture.orientation == 1:
        return picture.jpeg
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, picture.orientation, 0)
    exif = b"Exif\x00\x00MM\x00*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return picture.jpeg[:2] + struct.pack(">HH", 0xFFE1, len(exif) + 2) + exif + picture.jpeg[2:]


def _allowed(project: Project, options: ExportOptions) -> tuple[Shown, ...]:
    shown = read_case(project, options.predictions).shown
    require_consent(project, options.destination, [each.content for each in shown])
    return shown


def _file(picture: Picture, picture_format: PictureFormat) -> bytes:
    if picture_format is PictureFormat.JPEG:
        return upright_jpeg(picture)
    return _png(decode(picture))


def _png(pixels: Rgb) -> bytes:
    is_encoded, coded = cv2.imencode(".png", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), list(_PNG))
    assert is_encoded
    return coded.tobytes()


def _pair_file(view: str, before: Picture, after: Picture, picture_format: PictureFormat) -> bytes:
    name = view.replace("_", " ").capitalize()
    # The simulation carries its mark already, and keeps it in proportion when the sheet makes it smaller.
    tiles = [Tile(decode(before), f"{name} - before", False), Tile(decode(after), f"{name} - simulation", False)]
    sheet = contact_sheet(tiles, columns=2, cell_px=_PAIR_CELL_PX)
    return _png(sheet) if picture_format is PictureFormat.PNG else encode_jpeg(sheet, JPEG_QUALITY)


def _clean_simulation(project: Project, shown: Shown, box: Box | None) -> Rgb:
    assert shown.prediction is not None
    content = project.read_bytes(shown.prediction.record.images[CLEAN_IMAGE])
    pixels = photo_from_bytes(content, name="The simulation").as_8_bit()
    return pixels if box is None else np.ascontiguousarray(pixels[box.rows, box.columns])


def _reduced(pixels: Rgb) -> Rgb:
    factor = _ANIMATION_PX / max(pixels.shape[:2])
    if factor >= 1.0:
        return pixels
    size = (max(1, round(pixels.shape[1] * factor)), max(1, round(pixels.shape[0] * factor)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _blend(before: Rgb, after: Rgb, share: float) -> Rgb:
    return np.asarray(cv2.addWeighted(before, 1.0 - share, after, share, 0.0), dtype=np.uint8)


def _animated(frames: Sequence[tuple[Rgb, int]], animation_format: AnimationFormat, token: CancelToken) -> bytes:
    if animation_format is AnimationFormat.WEBP:
        return animated_webp(frames, token)
    pictures = _with_one_palette([pixels for pixels, _ in frames], token)
    written = io.BytesIO()
    pictures[0].save(
        written,
        "GIF",
        save_all=True,
        append_images=pictures[1:],
        duration=[duration for _, duration in frames],
        loop=0,
        optimize=False,
        disposal=1,
    )
    return written.getvalue()


def _with_one_palette(frames: Sequence[Rgb], token: CancelToken) -> list[Image.Image]:
    """Return frames in 256 colours that all of them share: nothing flickers, and colours are sought once."""
    from PIL import Image

    # The ends hold every colour that the fading has between them; a ninth of their pixels tells which.
    ends = np.vstack([frames[0][::3, ::3], frames[len(frames) // 2][::3, ::3]])
    palette = Image.fromarray(np.ascontiguousarray(ends)).quantize(256, method=Image.Quantize.MEDIANCUT)
    coded: dict[int, Image.Image] = {}
    for pixels in frames:
        token.raise_if_cancelled()
        if id(pixels) not in coded:
            coded[id(pixels)] = Image.fromarray(pixels).quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
    return [coded[id(pixels)] for pixels in frames]
