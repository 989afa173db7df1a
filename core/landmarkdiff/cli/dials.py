"""The mode and the dials of the photorealistic modes, as several commands take them."""

from __future__ import annotations

import argparse
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from landmarkdiff.diffusion.settings import PostprocessSettings
    from landmarkdiff.prediction import Prediction

EnumT = TypeVar("EnumT", bound=Enum)

# The steps after painting, in their order, by the names that the results use for them.
STEPS = ("restoration", "background", "tone", "sharpening", "blending", "identity")


def add_mode(parser: argparse.ArgumentParser) -> None:
    """Declare the mode and the dials of the photorealistic modes."""
    parser.add_argument(
        "--mode",
        default="auto",
        help="auto, tps, img2img, controlnet, controlnet_ip, controlnet_fast (default: auto)",
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    dials = parser.add_argument_group("photorealistic modes")
    dials.add_argument("--steps", metavar="N", type=int, help="denoising steps")
    dials.add_argument("--guidance", metavar="X", type=float, help="guidance scale, 1..20")
    dials.add_argument("--conditioning-scale", metavar="X", type=float, help="ControlNet conditioning scale, 0..1.2")
    dials.add_argument(
        "--second-control",
        metavar="KIND",
        help="a second ControlNet: canny (edges of the warped photo), tile (the photo) or depth (relief of the face)",
    )
    dials.add_argument(
        "--second-scale", metavar="X", type=float, help="its conditioning scale; both sum to 1.2 at most"
    )
    dials.add_argument("--control-image", metavar="KIND", help="contours or tessellation (default: contours)")
    dials.add_argument("--strength", metavar="X", type=float, help="share of the warped photo that is redrawn, 0..1")
    dials.add_argument("--work-size", metavar="PX", type=int, help="side of the painted square, 512 or 768")
    dials.add_argument("--face-scale", metavar="X", type=float, help="hold of the patient's face (controlnet_ip), 0..1")
    dials.add_argument("--controlnet", metavar="FOLDER", type=Path, help="a ControlNet of one's own")
    dials.add_argument("--full-precision-vae", action="store_true", help="against banding, on a graphics card")
    dials.add_argument("--compile", action="store_true", help="compile the networks first, on a graphics card")
    after = parser.add_argument_group("after painting")
    after.add_argument(
        "--without", metavar="STEP", action="append", default=[], help=f"leave a step out: {', '.join(STEPS)}"
    )
    after.add_argument("--restorer", metavar="NAME", help="auto, gfpgan or codeformer (default: auto)")
    after.add_argument("--fidelity", metavar="X", type=float, help="CodeFormer's, 0..1 (default: 0.7)")
    after.add_argument("--sharpen", metavar="X", type=float, help="amount of sharpening, 0..1 (default: 0.25)")


def read_dials(arguments: argparse.Namespace) -> dict[str, object]:
    """Return the dials of the photorealistic modes that were given, by their names in `DiffusionSettings`.

    Raises
    ------
    UsageProblem
        A name is not known, or an amount lies outside its range.
    """
    from landmarkdiff.diffusion.settings import ControlImage, SecondControl

    dials = {
        "steps": arguments.steps,
        "guidance_scale": arguments.guidance,
        "conditioning_scale": arguments.conditioning_scale,
        "second_control": _named("second control", arguments.second_control, SecondControl),
        "second_scale": arguments.second_scale,
        "control_image": _named("control image", arguments.control_image, ControlImage),
        "strength": arguments.strength,
        "work_size_px": arguments.work_size,
        "ip_adapter_scale": arguments.face_scale,
        "controlnet_folder": arguments.controlnet,
        "full_precision_vae": arguments.full_precision_vae or None,
        "compile_networks": arguments.compile or None,
        "postprocess": _read_postprocess(arguments),
    }
    return {name: value for name, value in dials.items() if value is not None}


def effect_lines(prediction: Prediction) -> list[str]:
    """Return a line for each step after painting, and one for identity; none for a geometric preview."""
    effects = prediction.provenance.get("steps_after_painting")
    if not isinstance(effects, list):
        return []
    lines = [_effect_line(effect) for effect in effects]
    check = prediction.identity
    if not check.checked or check.similarity is None:
        return [*lines, f"identity: {check.note[:1].lower()}{check.note[1:]}"]
    verdict = "held" if check.passed else "NOT HELD"
    text = f"identity: {verdict}, similarity {check.similarity:.2f} ({check.model})"
    return [*lines, f"{text}; {check.note}" if check.note else text]


def _effect_line(effect: dict[str, object]) -> str:
    if not effect["is_applied"]:
        note = str(effect["note"])
        return f"{effect['name']}: {note[:1].lower()}{note[1:]}"
    return f"{effect['name']}: {effect['mean_de2000']:.2f} CIEDE2000 on average"


def _read_postprocess(arguments: argparse.Namespace) -> PostprocessSettings | None:
    from landmarkdiff.diffusion.settings import PostprocessSettings, Restoration
    from landmarkdiff.errors import UsageProblem

    without = set(arguments.without)
    if unknown := without - set(STEPS):
        raise UsageProblem(f"There is no step {min(unknown)!r} after painting; there are {', '.join(STEPS)}.")
    restorer = _named("restorer", arguments.restorer, Restoration)
    chosen: dict[str, object] = {
        "restoration": Restoration.NONE if "restoration" in without else restorer,
        "fidelity": arguments.fidelity,
        "enhance_background": False if "background" in without else None,
        "match_tone": False if "tone" in without else None,
        "sharpen": 0.0 if "sharpening" in without else arguments.sharpen,
        "pyramid_blend": False if "blending" in without else None,
        "check_identity": False if "identity" in without else None,
    }
    given = {name: value for name, value in chosen.items() if value is not None}
    return PostprocessSettings(**given) if given else None  # type: ignore[arg-type]  # each value fits its name


def _named(what: str, name: str | None, kinds: type[EnumT]) -> EnumT | None:
    """Return what a person named, None where nothing was named."""
    from landmarkdiff.errors import UsageProblem

    if name is None:
        return None
    try:
        return kinds(name)
    except ValueError:
        known = ", ".join(str(one.value) for one in kinds)
        raise UsageProblem(f"There is no {what} {name!r}; there are {known}.") from None
