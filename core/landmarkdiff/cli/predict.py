"""`landmarkdiff predict`: one plan on one photo."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from landmarkdiff.diffusion.settings import SecondControl

HELP = "show what a plan makes of one photo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    from landmarkdiff.cli.arguments import add_output, add_photo, add_plan

    add_photo(parser)
    add_plan(parser)
    add_mode(parser)
    add_output(parser)


def add_mode(parser: argparse.ArgumentParser) -> None:
    """Declare the mode and the dials of the photorealistic modes."""
    parser.add_argument(
        "--mode",
        default="auto",
        help="auto, tps, img2img, controlnet, controlnet_ip, controlnet_fast (default: auto)",
    )
    parser.add_argument("--steps", metavar="N", type=int, help="denoising steps")
    parser.add_argument("--guidance", metavar="X", type=float, help="guidance scale, 1..20")
    parser.add_argument("--conditioning-scale", metavar="X", type=float, help="ControlNet conditioning scale, 0..1.2")
    parser.add_argument(
        "--second-control", metavar="KIND", help="canny or tile: a second ControlNet on the warped photo"
    )
    parser.add_argument(
        "--second-scale", metavar="X", type=float, help="its conditioning scale; both sum to 1.2 at most"
    )
    parser.add_argument("--strength", metavar="X", type=float, help="share of the warped photo that is redrawn, 0..1")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--controlnet", metavar="FOLDER", type=Path, help="a ControlNet of one's own")


def read_dials(arguments: argparse.Namespace) -> dict[str, object]:
    """Return the dials of the photorealistic modes that were given."""
    dials = {
        "steps": arguments.steps,
        "guidance_scale": arguments.guidance,
        "conditioning_scale": arguments.conditioning_scale,
        "strength": arguments.strength,
        "controlnet_folder": arguments.controlnet,
        "second_control": read_second_control(arguments.second_control),
        "second_scale": arguments.second_scale,
    }
    return {name: value for name, value in dials.items() if value is not None}


def read_second_control(name: str | None) -> SecondControl | None:
    """Return the second control of that name, None where none was named."""
    from landmarkdiff.diffusion.settings import SecondControl
    from landmarkdiff.errors import UsageProblem

    if name is None:
        return None
    try:
        return SecondControl(name)
    except ValueError:
        known = ", ".join(one.value for one in SecondControl)
        raise UsageProblem(f"There is no second control {name!r}; there are {known}.") from None


def run(arguments: argparse.Namespace) -> int:
    """Predict and write the results."""
    from landmarkdiff.cli.arguments import read_plan
    from landmarkdiff.cli.folder import progress_bar, say, write_prediction
    from landmarkdiff.face.scale import parse_caliper
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.photo.reading import read_photo

    plan = read_plan(arguments)
    caliper = parse_caliper(arguments.caliper) if arguments.caliper else None
    with LandmarkDiffPipeline(arguments.mode, arguments.device) as pipeline:
        plan.values(pipeline.catalogue)
        dials = read_dials(arguments)
        pipeline.check(dials)
        analysis = pipeline.analyze(read_photo(arguments.photo), caliper)
        with progress_bar() as report:
            prediction = pipeline.predict(analysis, plan, seed=arguments.seed, settings=dials, report=report)
    document = write_prediction(arguments.output, prediction)
    scale, pixels = document["scale"], document["pixels"]
    inside, outside = pixels["changed_inside_mask"], pixels["changed_outside_mask"]
    view, method, spread = document["view"]["name"], scale["method"], 2 * scale["relative_sd"]
    lines = [
        f"{view}, {scale['mm_per_px']:.3f} mm per pixel by {method} (+-{spread:.0%} at 95 %)",
        f"largest motion {document['displacement']['max_mm']:.1f} mm",
        f"{inside} pixels changed, {outside} outside the mask",
        f"written to {arguments.output}",
    ]
    say(document, lines, as_json=arguments.json)
    return 0
