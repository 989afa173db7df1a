"""Every text of the built-in procedure files, so that the translation tools find them; checked by a test."""

# ruff: noqa: E501 - the texts stand here as they stand in the procedure files
from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "Catalogue"

CATALOGUE_TEXTS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Catalogue", "Rhinoplasty"),
    QT_TRANSLATE_NOOP("Catalogue", "Reshaping of the nose: dorsum, width, tip and alar base."),
    QT_TRANSLATE_NOOP("Catalogue", "Dorsal hump"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive lowers the hump: the bridge at the rhinion moves straight back. Negative augments the dorsum.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Dorsal width"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive narrows the bony and middle vault: each side wall moves towards the midline, mm per side.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Radix height"),
    QT_TRANSLATE_NOOP("Catalogue", "Positive raises the root of the nose: it moves forward. Negative deepens it."),
    QT_TRANSLATE_NOOP("Catalogue", "Tip projection"),
    QT_TRANSLATE_NOOP(
        "Catalogue", "Positive projects the tip: it moves forward, away from the face. Negative sets it back."
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Tip rotation"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive turns the tip upwards about the alar crease: the angle from the crease to the tip grows by this much.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Tip width"),
    QT_TRANSLATE_NOOP("Catalogue", "Positive narrows the tip: each dome moves towards the midline, mm per side."),
    QT_TRANSLATE_NOOP("Catalogue", "Nasal length"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive shortens the nose: the tip moves towards the root along the bridge. Negative lengthens it.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Alar base width"),
    QT_TRANSLATE_NOOP("Catalogue", "Positive narrows the alar base: each ala moves towards the midline, mm per side."),
    QT_TRANSLATE_NOOP("Catalogue", "Columellar show"),
    QT_TRANSLATE_NOOP(
        "Catalogue", "Positive reduces a hanging columella: it moves up, towards the septum. Negative lowers it."
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Blepharoplasty"),
    QT_TRANSLATE_NOOP("Catalogue", "Surgery of the upper and lower eyelids and of the outer corner of the eye."),
    QT_TRANSLATE_NOOP("Catalogue", "Upper lid show"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive shows more of the upper lid: the skin fold rises, and the lid margin follows by three tenths. mm per side.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Upper lid height"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive opens the eye: the margin of the upper lid rises, as in the repair of a drooping lid. mm per side.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Lower lid fullness"),
    QT_TRANSLATE_NOOP(
        "Catalogue", "Positive flattens the bag under the eye: it moves back. Negative fills it. mm per side."
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Lower lid height"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive raises the margin of the lower lid, as tightening does: less white shows below the iris. mm per side.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Lateral canthal tilt"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive raises the outer corner of the eye: it turns about the inner corner by this much, on each side.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Rhytidectomy"),
    QT_TRANSLATE_NOOP(
        "Catalogue", "Facelift: jowls, midface, the tissue under the chin and the temples are lifted and tightened."
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Jowl lift"),
    QT_TRANSLATE_NOOP("Catalogue", "Positive lifts the jowl up and back towards the ear lobe, mm per side."),
    QT_TRANSLATE_NOOP("Catalogue", "Midface lift"),
    QT_TRANSLATE_NOOP(
        "Catalogue", "Positive lifts the cheek pad up and slightly outwards, across the nasolabial fold, mm per side."
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Submental tightening"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive tightens the tissue under the chin and the front of the jaw line: it moves up and back, mm per side.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Temple lift"),
    QT_TRANSLATE_NOOP("Catalogue", "Positive lifts the temple and the tail of the brow up and outwards, mm per side."),
    QT_TRANSLATE_NOOP("Catalogue", "Orthognathic surgery"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Repositioning of the jaws: mandible, maxilla and angle of the jaw. Values are millimetres of the soft tissue.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Mandibular advancement"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive advances the lower jaw: the chin moves forward and the lower lip follows by three quarters. Negative sets it back.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Maxillary advancement"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive advances the upper jaw: the upper lip moves forward, the base of the nose follows in part. Negative sets it back.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Maxillary impaction"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive moves the upper jaw up: the chin closes upwards by this much, the lips follow in part. The forward part of the closure is dialled as mandibular advancement. Negative lengthens the face.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Jaw width"),
    QT_TRANSLATE_NOOP(
        "Catalogue", "Positive narrows the lower face: each angle of the jaw moves towards the midline, mm per side."
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Midline shift"),
    QT_TRANSLATE_NOOP(
        "Catalogue", "Positive moves the chin and lower jaw to the patient's left, negative to the right."
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Occlusal cant"),
    QT_TRANSLATE_NOOP(
        "Catalogue",
        "Positive turns the lower jaw and the lips in the frontal plane about the base of the nose: the patient's left corner of the mouth rises. Negative raises the right.",
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Brow lift"),
    QT_TRANSLATE_NOOP("Catalogue", "Elevation and shaping of the eyebrows."),
    QT_TRANSLATE_NOOP("Catalogue", "Medial brow lift"),
    QT_TRANSLATE_NOOP("Catalogue", "Positive raises the inner third of the brow, mm per side."),
    QT_TRANSLATE_NOOP("Catalogue", "Lateral brow lift"),
    QT_TRANSLATE_NOOP(
        "Catalogue", "Positive raises the outer third of the brow up and slightly outwards, mm per side."
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Brow arch"),
    QT_TRANSLATE_NOOP(
        "Catalogue", "Positive raises the peak of the brow, just medial to the outer corner of the eye, mm per side."
    ),
    QT_TRANSLATE_NOOP("Catalogue", "Mentoplasty"),
    QT_TRANSLATE_NOOP("Catalogue", "Surgery of the chin: sliding genioplasty or implant."),
    QT_TRANSLATE_NOOP("Catalogue", "Chin projection"),
    QT_TRANSLATE_NOOP("Catalogue", "Positive advances the chin: it moves forward. Negative sets it back."),
    QT_TRANSLATE_NOOP("Catalogue", "Chin height"),
    QT_TRANSLATE_NOOP("Catalogue", "Positive lengthens the chin: it moves down. Negative shortens it."),
    QT_TRANSLATE_NOOP("Catalogue", "Chin width"),
    QT_TRANSLATE_NOOP("Catalogue", "Positive narrows the chin: each side moves towards the midline, mm per side."),
)


def catalogue_text(text: str) -> str:
    """Return a text of a procedure file in the language of the window; a file of the user's own stays as it is."""
    return QCoreApplication.translate(_CONTEXT, text)
