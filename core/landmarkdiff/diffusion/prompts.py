"""The words that go with a picture: a clinical photograph, with a clause for what was planned.

The words carry no patient data, and no adjective of beauty: the plan decides the shape, the words only the kind of
picture.
"""

from __future__ import annotations

from collections.abc import Iterable

_FRAME = "clinical photograph of a person's face, {clause}natural skin with pores, even studio light, sharp focus"

_CLAUSES = {
    "rhinoplasty": "natural nose with clean bridge and tip",
    "blepharoplasty": "natural open eyelids with a clear lid crease",
    "rhytidectomy": "firm natural jawline and neck",
    "orthognathic": "balanced jaw and chin in natural occlusion",
    "brow_lift": "natural brows and smooth forehead",
    "mentoplasty": "natural chin contour",
    "genioplasty": "natural chin contour",
    "otoplasty": "ears close to the head",
    "lip_augmentation": "natural lips with clear borders",
    "lip_lift": "natural lips with clear borders",
}

NEGATIVE = (
    "painting, drawing, render, make-up, airbrushed, waxy or plastic skin, blur, deformed face, extra teeth, "
    "asymmetric eyes, text, watermark"
)

# CLIP reads 77 tokens; more clauses than this would push the frame out.
_MAX_CLAUSES = 3


def prompt_for(procedures: Iterable[str]) -> str:
    """Return the words for a plan made of these procedures; unknown ones add nothing."""
    clauses = [clause for name in procedures if (clause := _CLAUSES.get(name))]
    unique = list(dict.fromkeys(clauses))[:_MAX_CLAUSES]
    return _FRAME.format(clause="".join(f"{clause}, " for clause in unique))
