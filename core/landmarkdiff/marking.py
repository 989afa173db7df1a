"""The mark that every exported simulation carries in its pixels; an unmodified photo never does."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

SIMULATION_MARK = "MODIFIED - SIMULATION - NOT A GUARANTEE"
# At least 2 % of the height; a little more, so that rounding never falls below.
_HEIGHT_SHARE = 0.026
_LEAST_SHARE = 0.02
_LENGTH_SHARE = 0.96
# Height of the band of one line as a multiple of the letters' size.
_BAND_SIZES = 1.7
# Height of the font's capitals as a share of its size, measured on the drawn letters, rounded down.
_CAPITAL_SHARE = 0.69
_SMALLEST_PX = 9


def mark_simulation(image: npt.NDArray[np.uint8], text: str = SIMULATION_MARK) -> npt.NDArray[np.uint8]:
    """Return a copy with the mark burnt in, white on a darkened band.

    Parameters
    ----------
    image : uint8 (height, width, 3)
        RGB.
    text : str

    Returns
    -------
    uint8 (height, width, 3)
        Capitals are at least 2 % of the height tall: along the lower edge, in several lines where the picture is
        narrow, and upwards along the right edge where not even single words fit across.
    """
    height, width = image.shape[:2]
    wanted = max(_SMALLEST_PX, round(height * _HEIGHT_SHARE / _CAPITAL_SHARE))
    least = math.ceil(height * _LEAST_SHARE / _CAPITAL_SHARE)
    marked = image.copy()
    for floor in (max(_SMALLEST_PX, least), least):
        across = _layout(_choices(text), width * _LENGTH_SHARE, wanted, floor)
        if across is not None:
            _burn(marked, *across)
            return marked
        upwards = _layout([[text]], height * _LENGTH_SHARE, min(wanted, math.ceil(width / _BAND_SIZES)), floor)
        if upwards is not None:
            _burn(np.rot90(marked, -1), *upwards)
            return marked
    _burn(marked, [text], least)
    return marked


def _burn(picture: npt.NDArray[np.uint8], lines: list[str], size: int) -> None:
    """Draw lines on a darkened band along the lower edge of a picture, in place."""
    from PIL import Image, ImageDraw, ImageFont

    height, width = picture.shape[:2]
    step = round(size * 1.25)
    band = min(height, step * (len(lines) - 1) + round(size * _BAND_SIZES))
    # Only the band is drawn on: turning all of a large photo into a picture and back takes longer than the mark.
    drawn = Image.fromarray((picture[height - band :].astype(np.uint16) * 2 // 5).astype(np.uint8))
    draw, font = ImageDraw.Draw(drawn), ImageFont.load_default(size)
    for number, line in enumerate(lines):
        centre = (width / 2, band / 2 + (number - (len(lines) - 1) / 2) * step)
        draw.text(centre, line, font=font, fill=(255, 255, 255), anchor="mm")
    picture[height - band :] = np.asarray(drawn, dtype=np.uint8)


def _choices(text: str) -> list[list[str]]:
    """Return the ways to break the mark, fewest lines first."""
    parts = text.split(" - ")
    halves = [[" - ".join(parts[:cut]), " - ".join(parts[cut:])] for cut in range(len(parts) - 1, 0, -1)]
    return [[text], *halves, parts, [word for part in parts for word in part.split()]]


def _layout(choices: list[list[str]], room_px: float, wanted: int, floor: int) -> tuple[list[str], int] | None:
    """Return lines and letter size of the first choice that fits in letters of at least `floor`, else None."""
    from PIL import ImageFont

    for lines in choices:
        for size in range(wanted, floor - 1, -1):
            if max(ImageFont.load_default(size).getlength(line) for line in lines) <= room_px:
                return lines, size
    return None
