"""Look at a photo before its bytes are sealed: only what the program can open later goes in."""

from __future__ import annotations

from dataclasses import dataclass

from landmarkdiff.errors import PhotoTooLarge
from landmarkdiff.project.container import MAX_OBJECT_BYTES

# Media type -> ending of the extracted file.
ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/heic": ".heic",
}


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a photo's file says of itself; width and height of the upright picture."""

    media_type: str
    width_px: int
    height_px: int


def inspect_photo(content: bytes, *, name: str = "The photo") -> PhotoFacts:
    """Return what kind of picture the bytes hold; decodes it once, so that nothing unreadable is kept.

    Raises
    ------
    PhotoUnreadable
        Damaged, no picture, or of a kind that the program does not read.
    PhotoTooLarge
        More than 200 megapixels or 64 MiB.
    """
    from landmarkdiff.photo.kind import file_kind
    from landmarkdiff.photo.reading import photo_from_bytes

    if len(content) > MAX_OBJECT_BYTES:
        raise PhotoTooLarge(f"{name} has more than 64 MiB; save it smaller and add it again.")
    photo = photo_from_bytes(content, name=name)
    kind = file_kind(content)
    assert kind is not None, "what was read is of a known kind"
    return PhotoFacts(f"image/{kind.name.lower()}", photo.width_px, photo.height_px)
