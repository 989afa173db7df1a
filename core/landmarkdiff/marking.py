"""The mark that every exported simulation carries in its pixels; an unmodified photo never does."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

SIMULATION_MARK = "MODIFIED - SIMULATION - NOT A GUARANTEE"
# At least 2 % of the height; a little more, so that rounding never falls below.
_HEIGHT_SHARE = 0.026
_LEAST_SHARE = 0.02
_WIDTH_SHARE = 0.96
# Height of the font's capitals as a share of its size, measured on the drawn letters, rounded down.
_CAPITAL_SHARE = 0.69
_SMALLEST_PX = 9


def mark_simulation(image: npt.NDArray[np.uint8], text: str = SIMULATION_MARK) -> npt.NDArray[np.uint8]:
    """Return a copy with the mark burnt in along the lower edge, light on a dark band.

    Parameters
    ----------
    image : uint8 (height, width, 3)
        RGB.
    text : str

    Returns
    -------
    uint8 (height, width, 3)
        Letters are at least 2 % of the height tall, in several lines where the picture is narrow; smaller only where
        not even single words fit.
    """
    from PIL import Image, ImageDraw, ImageFont

    height, width = image.shape[:2]
    wanted = max(_SMALLEST_PX, round(height * _HEIGHT_SHARE / _CAPITAL_SHARE))
    least = max(_SMALLEST_PX, math.ceil(height * _LEAST_SHARE / _CAPITAL_SHARE))
    lines, size = _layout(text, width * _WIDTH_SHARE, wanted, least)
    font = ImageFont.load_default(size)
    step = round(size * 1.25)
    band = min(height, step * (len(lines) - 1) + round(size * 1.7))
    marked = image.copy()
    marked[height - band :] = (marked[height - band :].astype(np.uint16) * 2 // 5).astype(np.uint8)
    # Only the band is drawn on: turning all of a large photo into a picture and back takes longer than the mark.
    picture = Image.fromarray(marked[height - band :])
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        centre = (width / 2, band / 2 + (number - (len(lines) - 1) / 2) * step)
        draw.text(centre, line, font=font, fill=(255, 255, 255), anchor="mm")
    marked[height - band :] = np.asarray(picture, dtype=np.uint8)
    return marked


def _layout(text: str, room_px: float, wanted: int, least: int) -> tuple[list[str], int]:
    """Return the lines and the letter size: the fewest lines in which the letters are not below `least`."""
    from PIL import ImageFont

    parts = text.split(" - ")
    choices = [[text]] + [[" - ".join(parts[:cut]), " - ".join(parts[cut:])] for cut in range(len(parts) - 1, 0, -1)]
    choices += [parts, [word for part in parts for word in part.split()]]
    best: tuple[list[str], int] = ([text], 0)
    for lines in choices:
        size = wanted
        while size > _SMALLEST_PX and max(ImageFont.load_default(size).getlength(line) for line in lines) > room_px:
            size -= 1
        if size >= least:
            return lines, size
        if size > best[1]:
            best = (lines, size)
    return best
