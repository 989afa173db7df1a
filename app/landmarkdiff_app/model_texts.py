"""What each model is for and what is known of its terms, so that the translation tools find it; a test checks it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "Models"

MODEL_PURPOSES: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Models", "The picture model behind every photorealistic mode"),
    QT_TRANSLATE_NOOP("Models", "Holds the contours of face, eyes, brows and lips where the plan puts them"),
    QT_TRANSLATE_NOOP("Models", "Optional second control: the edges of the warped photo, the nose among them"),
    QT_TRANSLATE_NOOP("Models", "Optional second control: the warped photo itself, the nose and its light among it"),
    QT_TRANSLATE_NOOP(
        "Models", "Optional second control: the relief of the planned face, the nose and the chin among it"
    ),
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

TERMS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Models", "Not to be used to give medical advice or to interpret medical results."),
    QT_TRANSLATE_NOOP(
        "Models",
        "Not to be used unlawfully, to harm or exploit minors, to defame or harass, or to spread "
        "what is false in order to harm.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "Not to be used to discriminate, to exploit the weakness of a group, for automated decisions "
        "about a person's rights, or for law enforcement.",
    ),
    QT_TRANSLATE_NOOP(
        "Models", "Whoever makes a picture with it answers for that picture and for what is done with it."
    ),
    QT_TRANSLATE_NOOP(
        "Models", "Read in public copies of the licence of August 2022, attachment A and paragraphs 5 and 6."
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "The publisher names the family of licences and no text; expect the use restrictions of "
        "CreativeML Open RAIL-M.",
    ),
    QT_TRANSLATE_NOOP("Models", "Those forbid, among others, to give medical advice or to interpret medical results."),
    QT_TRANSLATE_NOOP(
        "Models",
        "Read as declared on the publishers' model cards; the restrictions in public copies of CreativeML Open RAIL-M.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "Read as declared on the publisher's model card; that its restrictions are those of Open "
        "RAIL-M, in a published comparison.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "Known as a licence that allows use, change and distribution with the copyright notice, and gives no warranty.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "Read as declared by copies of the model. An early version of the publisher's own file, in a "
        "public archive, was the MIT licence.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "For non-commercial research only, however the model is fetched; its publisher licenses "
        "commercial use separately.",
    ),
    QT_TRANSLATE_NOOP("Models", "Read in the description of the publisher's Python package, version 2.1."),
)


def model_text(text: str) -> str:
    """Return a purpose or a sentence about terms from the manifest in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)
