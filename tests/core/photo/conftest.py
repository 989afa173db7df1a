"""The sample photo in the sizes that photo tests need, and files made of it."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image
from skimage.data import astronaut


@pytest.fixture(scope="session")
def portrait() -> np.ndarray:
    """Return 64 x 48 px of the sample photo, RGB uint8, not symmetric in any way."""
    return np.ascontiguousarray(cv2.resize(astronaut()[0:256, 130:322], (48, 64), interpolation=cv2.INTER_AREA))


@pytest.fixture(scope="session")
def portrait_16(portrait: np.ndarray) -> np.ndarray:
    """Return the portrait with 16 bit whose low bytes differ from the high ones."""
    noise = np.random.default_rng(7).integers(0, 256, portrait.shape, dtype=np.uint16)
    return portrait.astype(np.uint16) * 256 + noise


@pytest.fixture(scope="session")
def encode() -> Callable[..., bytes]:
    """Return a function that writes pixels with Pillow and returns the file's bytes."""

    def write(pixels: np.ndarray | Image.Image, file_format: str, **settings: Any) -> bytes:
        picture = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
        file = io.BytesIO()
        picture.save(file, file_format, **settings)
        return file.getvalue()

    return write


@pytest.fixture(scope="session")
def make_profile() -> Callable[..., bytes]:
    """Return a builder of matrix or grey ICC version 2 profiles; primaries are XYZ D50 columns."""

    def build(space: bytes = b"RGB ", gamma: float = 2.2, columns: Any = None, parametric: Any = None) -> bytes:
        curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
        if parametric is not None:
            kind, numbers = parametric
            fixed = [round(number * 65536) for number in numbers]
            curve = b"para" + bytes(4) + struct.pack(f">HH{len(fixed)}i", kind, 0, *fixed)
        tags = {b"wtpt": xyz_tag((0.9642, 1.0, 0.8249)), b"desc": description_tag(), b"cprt": text_tag()}
        if space == b"GRAY":
            tags[b"kTRC"] = curve
        else:
            for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True):
                tags[name] = xyz_tag(column)
            tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
        return assemble(space, tags)

    return build


# Adobe RGB (1998) adapted to D50, as its published profile states it.
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))


def xyz_tag(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))


def description_tag() -> bytes:
    return b"desc" + bytes(4) + struct.pack(">I", 5) + b"test\x00" + bytes(78)


def text_tag() -> bytes:
    return b"text" + bytes(4) + b"none\x00"


def assemble(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    table, body = [], b""
    start = 128 + 4 + 12 * len(tags)
    for name, tag in tags.items():
        table.append(struct.pack(">4sII", name, start + len(body), len(tag)))
        body += tag + bytes(-len(tag) % 4)
    size = start + len(body)
    head = struct.pack(">I4sI4s4s4s12x4s", size, bytes(4), 0x02400000, b"mntr", space, b"XYZ ", b"acsp")
    head = head.ljust(68, b"\x00") + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\x00") + struct.pack(">I", len(tags)) + b"".join(table) + body
