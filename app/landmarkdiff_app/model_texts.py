"""What each model is for, so that the translation tools find it; checked by a test against the manifest."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "Models"

MODEL_PURPOSES: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Models", "The picture model behind every photorealistic mode"),
    QT_TRANSLATE_NOOP("Models", "Holds the contours of face, eyes, brows and lips where the plan puts them"),
    QT_TRANSLATE_NOOP("Models", "Optional second control: the edges of the warped photo, the nose among them"),
    QT_TRANSLATE_NOOP("Models", "Optional second control: the warped photo itself, the nose and its light among it"),
    QT_TRANSLATE_NOOP("Models", "Shows the picture model the patient's own face"),
    QT_TRANSLATE_NOOP("Models", "Lets the fast mode do with four to eight steps"),
    QT_TRANSLATE_NOOP("Models", "Restores detail of the generated face; may be used commercially"),
    QT_TRANSLATE_NOOP(
        "Models", "Restores detail of the generated face with a dial for fidelity; not for commercial use"
    ),
    QT_TRANSLATE_NOOP("Models", "Sharpens what lies around the face inside the edited region"),
    QT_TRANSLATE_NOOP("Models", "Checks that the result still looks like the same person; may be used commercially"),
    QT_TRANSLATE_NOOP("Models", "Checks that the result still looks like the same person; not for commercial use"),
)


def model_purpose(text: str) -> str:
    """Return a purpose from the manifest in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)
