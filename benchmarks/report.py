"""How long a report of five pairs at 12 megapixels takes, how large it is and how much memory it needs.

    python benchmarks/report.py [--runs N] [--crop photo|face]

The consultation is made first: the sample photo enlarged to 3000 x 4000 with sensor noise, five views, each with a
stored prediction. Every run is a fresh process that opens the project before the clock starts; time is from composing
to the file on the disk, peak memory that of the whole process.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

VIEWS = ("frontal", "left_three_quarter", "right_three_quarter", "left_profile", "right_profile")
WIDTH_PX, HEIGHT_PX = 3000, 4000
NOISE_LEVELS = 5.0
JPEG_QUALITY = 92


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--audience", default="clinic", help=argparse.SUPPRESS)
    parser.add_argument("--crop", choices=("photo", "face"), default="photo")
    arguments = parser.parse_args()
    if arguments.measure is not None:
        measure(arguments.measure, arguments.audience, arguments.crop)
        return
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "case.ldproj"
        print(f"consultation made in {make_case(project):.1f} s")
        for audience in ("patient", "clinic"):
            runs = [run(project, audience, arguments.crop) for _ in range(arguments.runs)]
            seconds = sorted(each["seconds"] for each in runs)
            print(
                f"{audience}: {statistics.median(seconds):.2f} s median ({seconds[0]:.2f} to {seconds[-1]:.2f}), "
                f"compose {statistics.median(each['compose'] for each in runs):.2f} s, "
                f"{runs[0]['pages']} pages, {runs[0]['size'] / 1e6:.2f} MB, "
                f"{runs[0]['size'] / runs[0]['jpegs']:.3f} x its JPEGs, "
                f"{runs[0]['size'] / runs[0]['stored']:.3f} x the stored files, "
                f"peak {max(each['peak_mib'] for each in runs):.0f} MiB "
                f"(before the report {max(each['before_mib'] for each in runs):.0f} MiB)"
            )


def run(project: Path, audience: str, crop: str) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", str(project), "--audience", audience, "--crop", crop]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
    told = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
    return json.loads(told.splitlines()[-1])


def measure(path: Path, audience: str, crop: str) -> None:
    from landmarkdiff.project import RecoveryKey, open_project
    from landmarkdiff.project.records import PhotoRecord, PredictionRecord
    from landmarkdiff.report import Audience, Crop, ReportOptions
    from landmarkdiff.report.compose import compose
    from landmarkdiff.report.delivery import deliver_report
    from landmarkdiff_app.commands.offscreen import drawing_application
    from landmarkdiff_app.printing import print_report

    # By recovery key: deriving a key from a password takes a gibibyte, which would hide what the report takes.
    key = RecoveryKey.parse(path.with_suffix(".key").read_text(encoding="ascii"))
    with open_project(path, key) as project, drawing_application():
        before_mib = peak_mib()
        start = time.perf_counter()
        report = compose(project, ReportOptions(audience=Audience(audience), crop=Crop(crop)))
        composed = time.perf_counter()
        printed = print_report(report)
        deliver_report(project, report, printed.content, path.with_suffix(".pdf"), page="a4", user="benchmark")
        end = time.perf_counter()
        stored = sum(each.record.size_bytes for each in project.records(PhotoRecord))
        stored += sum(
            len(project.read_bytes(each.record.images["after_marked"])) for each in project.records(PredictionRecord)
        )
    print(
        json.dumps(
            {
                "seconds": end - start,
                "compose": composed - start,
                "pages": printed.page_count,
                "size": len(printed.content),
                "jpegs": sum(len(picture.jpeg) for picture in report.pictures()),
                "stored": stored,
                "peak_mib": peak_mib(),
                "before_mib": before_mib,
            }
        )
    )


def peak_mib() -> float:
    """Return the peak of this process; Linux only, because `getrusage` counts the parent's memory in."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def make_case(path: Path) -> float:
    import cv2
    import numpy as np
    from PIL import Image

    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.keeping import keep_plan, keep_prediction
    from landmarkdiff.photo.reading import photo_from_bytes
    from landmarkdiff.procedures.plan import Plan
    from landmarkdiff.project import create_project
    from landmarkdiff.project.canonical import utc_now
    from landmarkdiff.project.intake import inspect_photo
    from landmarkdiff.project.records import CONSENT_PURPOSES, ConsentRecord, PatientRecord
    from landmarkdiff.sample import sample_photo

    start = time.perf_counter()
    square = cv2.resize(sample_photo(512).as_8_bit(), (WIDTH_PX, WIDTH_PX), interpolation=cv2.INTER_CUBIC)
    add = (HEIGHT_PX - WIDTH_PX) // 2
    upright = cv2.copyMakeBorder(square, add, add, 0, 0, cv2.BORDER_REPLICATE)
    pipeline = LandmarkDiffPipeline("tps")
    plan = Plan({"rhinoplasty": 60.0}, {"mentoplasty.projection": 3.0})
    project, key = create_project(path, user="benchmark")
    path.with_suffix(".key").write_text(key.as_text(), encoding="ascii")
    with project, project.begin(user="benchmark") as change:
        change.put(PatientRecord(given_name="Ada", family_name="Example", record_number="A-17"))
        for purpose in CONSENT_PURPOSES:
            change.put(ConsentRecord(purpose=purpose, given_at=utc_now()))
        plan_id = keep_plan(change, plan)
        for seed, view in enumerate(VIEWS):
            noise = np.random.default_rng(seed).normal(0.0, NOISE_LEVELS, upright.shape)
            written = io.BytesIO()
            Image.fromarray(np.clip(upright + noise, 0, 255).astype(np.uint8)).save(
                written, "JPEG", quality=JPEG_QUALITY
            )
            content = written.getvalue()
            photo = change.add_photo(content, inspect_photo(content), view=view)
            prediction = pipeline.predict(pipeline.analyze(photo_from_bytes(content)), plan)
            keep_prediction(change, photo, prediction, plan=plan_id)
            marked = prediction.image.shape
            print(f"{view}: photo {len(content) / 1e6:.2f} MB, {marked[1]} x {marked[0]}")
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
