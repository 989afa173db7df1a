"""Photos that are no view of a patient: a coded problem and exit code 3 from `views` and `analyze`, no traceback."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image
from tests.support.views import rendered_view

from landmarkdiff.capture.problem import Code
from landmarkdiff.cli import main


def empty():
    return np.full((360, 480, 3), 128, np.uint8)


def black():
    return np.zeros((360, 480, 3), np.uint8)


def noise():
    return np.random.default_rng(3).integers(0, 256, (360, 480, 3), dtype=np.uint8)


def speck():
    return np.zeros((1, 1, 3), np.uint8)


def back_of_the_head():
    return rendered_view(180.0).image


def upside_down():
    return np.ascontiguousarray(rendered_view(0.0).image[::-1])


def two_people():
    return np.concatenate([rendered_view(0.0).image, rendered_view(15.0).image], axis=1)


NOBODY = [empty, black, noise, speck, back_of_the_head]
CODES = {code.value for code in Code}


def saved(make, folder):
    path = folder / "photo.png"
    Image.fromarray(make()).save(path)
    return str(path)


def ask_views(make, view, folder, capsys):
    code = main(["views", f"--{view}", saved(make, folder), "--json"])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, next(iter(json.loads(out)["views"].values()))


@pytest.mark.parametrize("view", ["frontal", "left-three-quarter", "right-profile"])
@pytest.mark.parametrize("make", [*NOBODY, upside_down, two_people], ids=lambda make: make.__name__)
def test_views_refuses_with_a_code(make, view, tmp_path, capsys):
    code, entry = ask_views(make, view, tmp_path, capsys)

    assert code == 3
    assert not entry["accepted"]
    assert entry["problems"]
    assert {problem["code"] for problem in entry["problems"]} <= CODES


@pytest.mark.parametrize("make", NOBODY, ids=lambda make: make.__name__)
def test_views_names_a_missing_face(make, tmp_path, capsys):
    _, entry = ask_views(make, "frontal", tmp_path, capsys)

    assert [problem["code"] for problem in entry["problems"]] == ["no_face"]
    assert entry["yaw_deg"] is None


def test_views_names_a_second_face(tmp_path, capsys):
    _, entry = ask_views(two_people, "frontal", tmp_path, capsys)

    assert "several_faces" in {problem["code"] for problem in entry["problems"]}


@pytest.mark.parametrize("make", [make for make in NOBODY if make is not speck], ids=lambda make: make.__name__)
def test_analyze_says_that_there_is_no_face(make, tmp_path, capsys):
    code = main(["analyze", saved(make, tmp_path), "--json"])

    out, err = capsys.readouterr()
    assert code == 3
    assert json.loads(out)["face_found"] is False
    assert err.splitlines()[-1].startswith("landmarkdiff: ")
    assert "Traceback" not in err


def test_analyze_refuses_a_photo_too_small_to_read(tmp_path, capsys):
    code = main(["analyze", saved(speck, tmp_path), "--json"])

    out, err = capsys.readouterr()
    assert code == 3
    assert out == ""
    assert err.startswith("landmarkdiff: ")
    assert "Traceback" not in err


def test_analyze_counts_the_faces(tmp_path, capsys):
    code = main(["analyze", saved(two_people, tmp_path), "--json"])

    document = json.loads(capsys.readouterr().out)
    assert code == 0
    assert document["faces"] == 2
    assert any("2 faces" in warning for warning in document["warnings"])
