"""Every sentence of the capture engine that coaches, so that the translation tools find them; checked by a test.

The engine speaks English, in whole sentences from a closed set: what to do differs by side and amount, never by a
number, so every variant stands here in full and can be said well in any language.
"""

# ruff: noqa: E501 - the sentences stand here as the engine says them
from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from landmarkdiff_app.tongue import OF_THE_WINDOW, Tongue

_CONTEXT = "Coaching"

COACHING_TEXTS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Coaching", "No face is in the picture; look towards the camera with the whole head in view."),
    QT_TRANSLATE_NOOP("Coaching", "More than one face is in the picture; only the patient may be."),
    QT_TRANSLATE_NOOP("Coaching", "The turn of the head cannot be read; show the face without hair or hands."),
    QT_TRANSLATE_NOOP("Coaching", "Turn a little more to your right."),
    QT_TRANSLATE_NOOP("Coaching", "Turn a little more to your left."),
    QT_TRANSLATE_NOOP("Coaching", "Turn further to your right."),
    QT_TRANSLATE_NOOP("Coaching", "Turn further to your left."),
    QT_TRANSLATE_NOOP("Coaching", "Turn until the far eyelashes just vanish, then hold still."),
    QT_TRANSLATE_NOOP("Coaching", "Lower the chin a little."),
    QT_TRANSLATE_NOOP("Coaching", "Lower the chin."),
    QT_TRANSLATE_NOOP("Coaching", "Raise the chin a little."),
    QT_TRANSLATE_NOOP("Coaching", "Raise the chin."),
    QT_TRANSLATE_NOOP("Coaching", "Tilt the head a little towards your left shoulder."),
    QT_TRANSLATE_NOOP("Coaching", "Tilt the head towards your left shoulder."),
    QT_TRANSLATE_NOOP("Coaching", "Tilt the head a little towards your right shoulder."),
    QT_TRANSLATE_NOOP("Coaching", "Tilt the head towards your right shoulder."),
    QT_TRANSLATE_NOOP("Coaching", "The face is too small; come closer to the camera."),
    QT_TRANSLATE_NOOP("Coaching", "The face does not fit into the picture; move back from the camera."),
    QT_TRANSLATE_NOOP("Coaching", "Come a little closer to the camera."),
    QT_TRANSLATE_NOOP("Coaching", "Move back a little from the camera."),
    QT_TRANSLATE_NOOP("Coaching", "The face is cut off by the edge; move it into the middle."),
    QT_TRANSLATE_NOOP("Coaching", "Move the camera a little to the patient's left."),
    QT_TRANSLATE_NOOP("Coaching", "Move the camera a little to the patient's right."),
    QT_TRANSLATE_NOOP("Coaching", "The face is blurred; focus on the eyes and keep the camera steady."),
    QT_TRANSLATE_NOOP("Coaching", "The face is slightly blurred; let the camera focus on the eyes."),
    QT_TRANSLATE_NOOP("Coaching", "Parts of the face are burnt out to white; use less or softer light."),
    QT_TRANSLATE_NOOP("Coaching", "The face is very bright; use a little less light."),
    QT_TRANSLATE_NOOP("Coaching", "Detail is lost in black; use more light on the face."),
    QT_TRANSLATE_NOOP("Coaching", "The light comes from behind; light the face from the front."),
    QT_TRANSLATE_NOOP("Coaching", "The patient's left side is in shadow; light both sides evenly."),
    QT_TRANSLATE_NOOP("Coaching", "The patient's right side is in shadow; light both sides evenly."),
    QT_TRANSLATE_NOOP("Coaching", "Close the mouth with the lips at rest."),
    QT_TRANSLATE_NOOP("Coaching", "Relax the mouth; no smile."),
    QT_TRANSLATE_NOOP("Coaching", "Open the eyes and look straight ahead."),
    QT_TRANSLATE_NOOP("Coaching", "Hold still for a moment."),
    QT_TRANSLATE_NOOP("Coaching", "Something may cover the face; take hands, hair, mask and jewellery away."),
    QT_TRANSLATE_NOOP("Coaching", "If the patient wears glasses, take them off."),
    QT_TRANSLATE_NOOP("Coaching", "The camera gives no picture any more; check its cable and choose it again."),
    QT_TRANSLATE_NOOP("Coaching", "The outline cannot be traced because the face is seen too dimly; use more light."),
    QT_TRANSLATE_NOOP(
        "Coaching", "The profile hardly differs from the background; use a plain background of another brightness."
    ),
    QT_TRANSLATE_NOOP(
        "Coaching", "The head cannot be told from the background; use a plain one of another brightness."
    ),
    QT_TRANSLATE_NOOP("Coaching", "The nose is cut off by the edge of the photo; leave room in front of the face."),
    QT_TRANSLATE_NOOP("Coaching", "The outline of the head is too short to trace; show the whole head and neck."),
    QT_TRANSLATE_NOOP(
        "Coaching", "The chin is cut off in this profile; take the photo again with the whole neck in view."
    ),
    QT_TRANSLATE_NOOP(
        "Coaching",
        "Hair or glasses seem to lie over the root of the nose; take them away, or place the nasion by hand.",
    ),
    QT_TRANSLATE_NOOP(
        "Coaching", "Something seems to lie before the tip of the nose; take it away, or place the tip by hand."
    ),
    QT_TRANSLATE_NOOP(
        "Coaching",
        "A hand or something else seems to lie before the chin; take it away, or place the points by hand.",
    ),
    QT_TRANSLATE_NOOP(
        "Coaching",
        "The tip of the nose cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.",
    ),
    QT_TRANSLATE_NOOP(
        "Coaching",
        "The root of the nose cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.",
    ),
    QT_TRANSLATE_NOOP(
        "Coaching",
        "The mouth cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.",
    ),
    QT_TRANSLATE_NOOP(
        "Coaching",
        "The chin cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.",
    ),
    QT_TRANSLATE_NOOP(
        "Coaching",
        "The profile cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.",
    ),
)


def coaching_text(sentence: str, tongue: Tongue = OF_THE_WINDOW) -> str:
    """Return a sentence of the capture engine in another language; any other text stays as it is."""
    return tongue.text(_CONTEXT, sentence) if sentence else ""
