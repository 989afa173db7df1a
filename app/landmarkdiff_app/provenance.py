"""Where a photorealistic picture comes from, in words: every figure is read from the prediction, none is made here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.settings import SecondControl
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.names import mode_name, second_control_name
from landmarkdiff_app.numbers import count_text, number_text, with_marks

if TYPE_CHECKING:
    from landmarkdiff.prediction import Prediction
    from landmarkdiff_app.state.pictures import Comparison

_HASH_DIGITS = 12
_COMMAND = re.compile(r"\s*\(`landmarkdiff [^`]*`\)")


def headline(comparison: Comparison) -> str:
    """Return in one line what matters most: mode, seed, untouched pixels, colour, identity."""
    translate, prediction = QCoreApplication.translate, _painted(comparison)
    shift = _number(prediction.provenance, "colour_shift_de2000")
    parts = [
        mode_name(Mode(prediction.mode)),
        translate("Provenance", "seed {0}").format(prediction.seed),
        translate("Provenance", "{0} pixels changed outside the mask").format(count_text(comparison.changed_outside)),
        translate("Provenance", "mean colour shift {0} ΔE2000").format(number_text(shift)),
        identity_text(comparison),
    ]
    return " · ".join(parts)


def identity_text(comparison: Comparison) -> str:
    """Return what the check of identity says; "not checked" with its reason where nothing was computed."""
    translate, check = QCoreApplication.translate, _painted(comparison).identity
    if not check.checked or check.similarity is None:
        reason = _reason(check.note, "Not checked: ")
        return translate("Provenance", "identity not checked: {0}").format(reason)
    from landmarkdiff.postprocess.identity import THRESHOLD

    held, lost = translate("Provenance", "identity held"), translate("Provenance", "IDENTITY NOT HELD")
    text = translate("Provenance", "{0} ({1}, similarity {2}, limit {3})").format(
        held if check.passed else lost, check.model, number_text(check.similarity, 2), number_text(THRESHOLD, 2)
    )
    return f"{text}: {engine_text(check.note)}" if check.note else text


def details(comparison: Comparison) -> str:
    """Return everything that would be needed to make the picture again, a line each."""
    translate, facts = QCoreApplication.translate, _painted(comparison).provenance
    names = ("steps", "denoising_steps", "guidance_scale", "conditioning_scale", "strength", "work_size_px", "device")
    dials = translate(
        "Provenance", "Steps {0} ({1} computed), guidance {2}, conditioning {3}, strength {4}, {5} px, {6}"
    )
    lines = [dials.format(*(with_marks(str(facts[name])) for name in names))]
    if facts["second_control"] != SecondControl.NONE.value:
        second = second_control_name(SecondControl(str(facts["second_control"])))
        lines.append(
            translate("Provenance", "Second control: {0}, scale {1}").format(
                second, with_marks(str(facts["second_scale"]))
            )
        )
    models, effects = facts["models"], facts["steps_after_painting"]
    assert isinstance(models, Mapping)
    assert isinstance(effects, list)
    model = translate("Provenance", "Model {0}: {1}")
    lines += [model.format(name, str(digest)[:_HASH_DIGITS] or "-") for name, digest in models.items()]
    lines += [_effect_text(effect) for effect in effects]
    # What was left out is said above, with its step.
    others = [warning for warning in comparison.warnings if not warning.startswith("The step ")]
    return "\n".join([*lines, *map(engine_text, others)])


def _painted(comparison: Comparison) -> Prediction:
    assert comparison.painted is not None, "only photorealistic pictures have a provenance to tell"
    return comparison.painted


def _effect_text(effect: Mapping[str, object]) -> str:
    translate = QCoreApplication.translate
    names = {
        "restoration": translate("Provenance", "Face restoration"),
        "background": translate("Provenance", "Sharper surroundings"),
        "tone": translate("Provenance", "Tone of the photo"),
        "sharpening": translate("Provenance", "Sharpening"),
        "blending": translate("Provenance", "Pyramid blending"),
    }
    name = names.get(str(effect["name"]), str(effect["name"]))
    if not effect["is_applied"]:
        note = str(effect["note"])
        if note == "Left out.":
            return translate("Provenance", "{0}: left out").format(name)
        return translate("Provenance", "{0}: left out ({1})").format(name, _reason(note, "Left out: "))
    mean = _number(effect, "mean_de2000")
    return translate("Provenance", "{0}: {1} ΔE2000 on average").format(name, number_text(mean, 2))


def _reason(note: str, prefix: str) -> str:
    """Return a note of the engine in the window's language, without the prefix that the text around it says already."""
    said = engine_text(note)
    said = engine_text(note.removeprefix(prefix)) if said == note else said.partition(": ")[2] or said
    # Commands help in a terminal; here the models are a page of the window.
    return _COMMAND.sub("", said).rstrip(".")


def _number(facts: Mapping[str, object], name: str) -> float:
    value = facts[name]
    assert isinstance(value, (int, float))
    return float(value)
