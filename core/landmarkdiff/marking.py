"""The mark that every exported simulation carries in its pixels; an unmodified photo never does."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

SIMULATION_MARK = "MODIFIED - SIMULATION - NOT A GUARANTEE"
# At least 2 % of the height; a little more, so that rounding never falls below.
_HEIGHT_SHARE = 0.026
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
        Letters are at least 2 % of the height tall, smaller only where the picture is too narrow for the whole text.
    """
    from PIL import Image, ImageDraw, ImageFont

    height, width = image.shape[:2]
    size = max(_SMALLEST_PX, round(height * _HEIGHT_SHARE / 0.72))
    font = ImageFont.load_default(size)
    while size > _SMALLEST_PX and font.getlength(text) > width * 0.96:
        size -= 1
        font = ImageFont.load_default(size)
    band = round(size * 1.7)
    marked = image.copy()
    marked[height - band :] = (marked[height - band :].astype(np.uint16) * 2 // 5).astype(np.uint8)
    picture = Image.fromarray(marked)
    ImageDraw.Draw(picture).text((width / 2, height - band / 2), text, font=font, fill=(255, 255, 255), anchor="mm")
    return np.asarray(picture, dtype=np.uint8).copy()
