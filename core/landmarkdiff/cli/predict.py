"""`landmarkdiff predict`: one plan on one photo."""

from __future__ import annotations

import argparse

HELP = "show what a plan makes of one photo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    from landmarkdiff.cli.arguments import add_output, add_photo, add_plan
    from landmarkdiff.cli.dials import add_mode

    add_photo(parser)
    add_plan(parser)
    add_mode(parser)
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Predict and write the results."""
    from landmarkdiff.cli.arguments import read_plan
    from landmarkdiff.cli.dials import effect_lines, read_dials
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
        *effect_lines(prediction),
        f"written to {arguments.output}",
    ]
    say(document, lines, as_json=arguments.json)
    return 0
