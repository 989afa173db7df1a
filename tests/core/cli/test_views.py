"""`views` as a promise to scripts: verdicts printed in every case, exit code 3 for a refusal, a folder per view."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image
from tests.support.views import rendered_view

from landmarkdiff import painting
from landmarkdiff.cli import main
from landmarkdiff.weights.store import ModelStore

_OPTIONS = {
    "frontal": 0.0,
    "right_three_quarter": 45.0,
    "left_three_quarter": -45.0,
    "right_profile": 90.0,
    "left_profile": -90.0,
}


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    folder = tmp_path_factory.mktemp("photos")
    paths = {}
    for name, yaw_deg in _OPTIONS.items():
        paths[name] = folder / f"{name}.png"
        Image.fromarray(rendered_view(yaw_deg).image).save(paths[name])
    return paths


def options(paths, names):
    return [part for name in names for part in ("--" + name.replace("_", "-"), str(paths[name]))]


def test_five_good_views_are_accepted_and_predicted(photos, tmp_path, capsys):
    arguments = [*options(photos, photos), "--procedure", "rhinoplasty=70", "--procedure", "mentoplasty=50"]

    code = main(["views", *arguments, "--mode", "tps", "--output", str(tmp_path), "--json"])

    document = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {name: entry["accepted"] for name, entry in document["views"].items()} == dict.fromkeys(photos, True)
    assert (tmp_path / "contact_sheet.png").is_file()
    made = {
        folder.name: json.loads((folder / "result.json").read_text())
        for folder in tmp_path.iterdir()
        if folder.is_dir()
    }
    assert set(made) == set(photos)
    assert all(result["view"]["name"] == name for name, result in made.items())
    assert {name for name, result in made.items() if result["landmarks"] is None} == {"right_profile", "left_profile"}
    assert all(result["plan"] == made["frontal"]["plan"] for result in made.values())


def test_swapped_sides_are_refused(photos, capsys):
    swapped = {"left_profile": photos["right_profile"], "right_three_quarter": photos["left_three_quarter"]}

    code = main(["views", *options(swapped, swapped), "--json"])

    views = json.loads(capsys.readouterr().out)["views"]
    assert code == 3
    assert all(not entry["accepted"] for entry in views.values())
    assert all("yaw" in {problem["code"] for problem in entry["problems"]} for entry in views.values())


def test_refused_photo_is_predicted_as_long_as_it_shows_its_view(photos, tmp_path, capsys):
    Image.fromarray(rendered_view(9.0).image).save(tmp_path / "turned.png")
    given = {"frontal": tmp_path / "turned.png", "right_profile": photos["left_profile"]}
    plan = ["--procedure", "rhinoplasty", "--mode", "tps"]

    code = main(["views", *options(given, given), *plan, "--output", str(tmp_path / "out"), "--json"])

    document = json.loads(capsys.readouterr().out)
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert code == 3
    assert "yaw" in {problem["code"] for problem in document["views"]["frontal"]["problems"]}
    assert made == {"frontal", "contact_sheet.png"}
    assert any("right profile" in warning for warning in document["warnings"])
    assert not any("frontal" in warning for warning in document["warnings"])


def test_photo_without_a_face_is_a_coded_problem(tmp_path, capsys):
    Image.fromarray(np.zeros((300, 300, 3), np.uint8)).save(tmp_path / "black.png")

    code = main(
        ["views", "--frontal", str(tmp_path / "black.png"), "--left-profile", str(tmp_path / "gone.png"), "--json"]
    )

    views = json.loads(capsys.readouterr().out)["views"]
    assert code == 3
    assert views["frontal"]["problems"][0]["code"] == "no_face"
    assert views["frontal"]["yaw_deg"] is None
    assert views["left_profile"]["problems"][0]["code"] == "no_face"


@pytest.mark.parametrize(
    "arguments",
    [[], ["--frontal", "a.png", "--procedure", "rhinoplasty"], ["--frontal", "a.png", "--output", "x"]],
    ids=["no photo", "no folder", "no plan"],
)
def test_incomplete_call_is_a_usage_error(arguments, capsys):
    assert main(["views", *arguments]) == 2
    assert capsys.readouterr().err.startswith("landmarkdiff: ")


def test_photorealistic_views_are_painted_in_one_batch_with_one_seed(photos, tmp_path, capsys, monkeypatch, tiny_store):
    batches = []
    paint = painting.generate_views

    def count(requests, *arguments, **named):
        batches.append(len(requests))
        return paint(requests, *arguments, **named)

    monkeypatch.setattr(painting, "generate_views", count)
    monkeypatch.setattr(ModelStore, "default", classmethod(lambda cls: tiny_store))
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    names = ("frontal", "left_three_quarter", "left_profile")
    dials = ["--mode", "controlnet_fast", "--steps", "4", "--strength", "0.3", "--device", "cpu", "--seed", "7"]

    code = main(
        ["views", *options(photos, names), "--procedure", "rhinoplasty", *dials, "--output", str(tmp_path), "--json"]
    )

    capsys.readouterr()
    results = {name: json.loads((tmp_path / name / "result.json").read_text()) for name in names}
    assert code == 0
    assert batches == [3]
    assert {(result["mode"], result["seed"]) for result in results.values()} == {("controlnet_fast", 7)}
    assert all(result["pixels"]["changed_outside_mask"] == 0 for result in results.values())
    assert all(result["pixels"]["changed_inside_mask"] > 0 for result in results.values())
    assert "controlnet-face" not in results["left_profile"]["provenance"]["models"]
