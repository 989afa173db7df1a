"""The command line as scripts see it: files, JSON, exit codes, one sentence for every mistake."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from landmarkdiff.cli import main
from landmarkdiff.photo.writing import write_jpeg, write_png
from landmarkdiff.sample import sample_photo

PREDICTED = {"before.png", "after.png", "mask.png", "conditioning.png", "comparison.png", "result.json"}


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("photos") / "patient.png"
    write_png(path, sample_photo(512).pixels)
    return path


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def read(path: Path) -> np.ndarray:
    return cv2.imread(str(path), cv2.IMREAD_UNCHANGED)


def test_predict_writes_what_it_promises(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["predict", str(photo), "--procedure", "rhinoplasty=80", "--output", str(tmp_path / "out"), "--json"])

    document = json.loads(capsys.readouterr().out)
    before, after, mask = (read(tmp_path / "out" / f"{name}.png") for name in ("before", "after", "mask"))
    assert code == 0
    assert names_in(tmp_path / "out") == PREDICTED
    assert json.loads((tmp_path / "out" / "result.json").read_text("utf-8")) == document
    assert (before == read(photo)).all()
    assert mask.dtype == np.uint8
    assert (before != after).any(axis=2)[mask == 0].sum() == 0
    assert document["plan"]["procedures"] == {"rhinoplasty": 80.0}
    assert document["mode"] == "tps"


def test_default_intensity_is_sixty(photo: Path, tmp_path: Path) -> None:
    main(["predict", str(photo), "--procedure", "mentoplasty", "--output", str(tmp_path)])

    assert json.loads((tmp_path / "result.json").read_text("utf-8"))["plan"]["procedures"] == {"mentoplasty": 60.0}


def test_predict_twice_writes_the_same_pictures(photo: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        main(["predict", str(photo), "--procedure", "rhinoplasty", "--seed", "4", "--output", str(tmp_path / name)])

    for name in PREDICTED - {"result.json"}:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_any_whole_number_is_a_seed_and_is_named(photo: Path, tmp_path: Path) -> None:
    """A negative one ended in a fault of the program."""
    code = main(["predict", str(photo), "--procedure", "rhinoplasty", "--seed", "-1", "--output", str(tmp_path)])

    assert code == 0
    assert json.loads((tmp_path / "result.json").read_text("utf-8"))["seed"] == 2**63 - 1


def test_set_replaces_what_the_intensity_gives(photo: Path, tmp_path: Path) -> None:
    main(
        [
            "predict",
            str(photo),
            "--procedure",
            "rhinoplasty",
            "--set",
            "rhinoplasty.tip_width=1.25",
            "--output",
            str(tmp_path),
        ]
    )

    document = json.loads((tmp_path / "result.json").read_text("utf-8"))
    assert document["plan"]["maneuvers"]["rhinoplasty.tip_width"] == 1.25


def test_caliper_sets_the_scale(photo: Path, tmp_path: Path) -> None:
    main(["predict", str(photo), "--procedure", "rhinoplasty", "--caliper", "133-362=33", "--output", str(tmp_path)])

    scale = json.loads((tmp_path / "result.json").read_text("utf-8"))["scale"]
    assert scale["method"] == "caliper"
    assert scale["relative_sd"] < 0.03


def test_vitiligo_flag_writes_its_patches(photo: Path, tmp_path: Path) -> None:
    code = main(["predict", str(photo), "--procedure", "rhinoplasty", "--flag", "vitiligo", "--output", str(tmp_path)])

    effect = json.loads((tmp_path / "result.json").read_text("utf-8"))["flags_effect"]["vitiligo"]
    assert code == 0
    assert set(np.unique(read(tmp_path / "vitiligo.png"))) <= {0, 255}
    assert effect["share_of_face"] < 0.005


def test_sweep_rises_from_the_photo(photo: Path, tmp_path: Path) -> None:
    code = main(["sweep", str(photo), "--procedure", "rhinoplasty", "--steps", "3", "--output", str(tmp_path)])

    assert code == 0
    assert names_in(tmp_path) == {f"sweep_{n}.png" for n in ("000", "050", "100")} | {
        "contact_sheet.png",
        "result.json",
    }
    changed = [(read(tmp_path / f"sweep_{n}.png") != read(photo)).any(axis=2).sum() for n in ("000", "050", "100")]
    assert changed[0] == 0
    assert changed[0] < changed[1] < changed[2]


def test_compare_shows_each_procedure_alone(photo: Path, tmp_path: Path) -> None:
    code = main(
        [
            "compare",
            str(photo),
            "--procedure",
            "rhinoplasty=40",
            "--procedure",
            "mentoplasty",
            "--output",
            str(tmp_path),
        ]
    )

    results = json.loads((tmp_path / "result.json").read_text("utf-8"))["results"]
    assert code == 0
    assert names_in(tmp_path) == {"rhinoplasty.png", "mentoplasty.png", "contact_sheet.png", "result.json"}
    assert [result["plan"]["procedures"] for result in results] == [{"rhinoplasty": 40.0}, {"mentoplasty": 60.0}]


def test_batch_skips_bad_photos_and_says_so(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "good.png").write_bytes(photo.read_bytes())
    (folder / "bad.jpg").write_text("this is text", encoding="utf-8")

    code = main(["batch", str(folder), "--procedure", "rhinoplasty", "--output", str(out)])

    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert code == 10
    assert (summary["done"], summary["failed"]) == (1, 1)
    assert names_in(out) == {"good", "summary.json"}
    assert names_in(out / "good") == PREDICTED
    assert "bad.jpg" in capsys.readouterr().err


def test_analyze_prints_and_writes(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["analyze", str(photo), "--json", "--output", str(tmp_path / "out")])

    document = json.loads(capsys.readouterr().out)
    assert code == 0
    assert document["face_found"] is True
    assert document["view"]["name"] == "frontal"
    assert document["skin"]["fitzpatrick"] in {"I", "II", "III", "IV", "V", "VI"}
    assert document["regions"]["lips"] == 40
    assert document["measurements"] == []
    assert names_in(tmp_path / "out") == {"landmarks.png", "result.json"}


def test_procedures_lists_six_with_unique_maneuvers(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["procedures", "--json"])

    procedures = json.loads(capsys.readouterr().out)["procedures"]
    ids = [maneuver["id"] for procedure in procedures for maneuver in procedure["maneuvers"]]
    assert code == 0
    assert [procedure["id"] for procedure in procedures][:2] == ["rhinoplasty", "blepharoplasty"]
    assert len(ids) == len(set(ids)) >= 26


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--procedure", "nose_job"], 2, "Unknown procedure"),
        (["--procedure", "rhinoplasty=150"], 2, "between 0 and 100"),
        (["--procedure", "rhinoplasty=much"], 2, "cannot be read"),
        ([], 2, "Nothing is planned"),
        (["--procedure", "rhinoplasty", "--set", "rhinoplasty.tip_width=99"], 2, "can be set from"),
        (["--procedure", "rhinoplasty", "--set", "rhinoplasty.beauty=1"], 2, "Unknown maneuver"),
        (["--procedure", "rhinoplasty", "--flag", "asthma"], 2, "Unknown flag"),
        (["--procedure", "rhinoplasty", "--flag", "bells_palsy"], 2, "needs a value"),
        (["--procedure", "rhinoplasty", "--flag", "bells_palsy=up"], 2, "left or right"),
        (["--procedure", "rhinoplasty", "--flag", "keloid=elbow"], 2, "Unknown keloid region"),
        (["--procedure", "rhinoplasty", "--caliper", "1-2"], 2, "caliper"),
        (["--procedure", "rhinoplasty", "--mode", "magic"], 2, "mode"),
        (["--procedure", "rhinoplasty", "--strength", "3"], 2, "strength"),
    ],
)
def test_a_mistake_is_one_sentence(
    photo: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    says: str,
) -> None:
    ended = main(["predict", str(photo), *arguments, "--output", str(tmp_path / "out")])

    told = capsys.readouterr().err.strip().splitlines()
    assert ended == code
    assert len(told) == 1
    assert says in told[0]
    assert not (tmp_path / "out").exists()


def test_missing_models_end_with_nine(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANDMARKDIFF_MODELS", str(tmp_path / "models"))

    code = main(["predict", str(photo), "--procedure", "rhinoplasty", "--mode", "controlnet"])

    assert code == 9
    assert "landmarkdiff models install" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", [b"", b"this is text", b"\xff\xd8\xff\xe0 and no more"], ids=["empty", "text", "truncated"]
)
def test_a_photo_that_is_none_ends_with_three(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)

    code = main(["predict", str(path), "--procedure", "rhinoplasty", "--output", str(tmp_path / "out")])

    assert code == 3
    assert names_in(tmp_path) == {"photo.jpg"}


def test_a_photo_without_a_face_ends_with_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (300, 300, 3), dtype=np.uint8)
    write_jpeg(tmp_path / "noise.jpg", noise)

    code = main(["analyze", str(tmp_path / "noise.jpg"), "--json"])

    printed = capsys.readouterr()
    assert code == 3
    assert json.loads(printed.out)["face_found"] is False
    assert "No face" in printed.err


def test_a_folder_that_cannot_be_made_ends_with_eight(photo: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    code = main(["predict", str(photo), "--procedure", "rhinoplasty", "--output", str(tmp_path / "file" / "out")])

    assert code == 8


def test_an_interrupted_write_leaves_nothing_behind(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from landmarkdiff.cli import folder

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder, "write_json", full)

    code = main(["predict", str(photo), "--procedure", "rhinoplasty", "--output", str(tmp_path / "out")])

    assert code == 8
    assert names_in(tmp_path / "out") == set()


def test_demo_writes_a_consultation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["demo", "--output", str(tmp_path / "demo")])

    assert code == 0
    assert {"analysis", "prediction", "sweep"} <= names_in(tmp_path / "demo")
    assert "public domain" in capsys.readouterr().out


def test_a_whole_run_says_nothing_on_stderr_but_our_own_notes(photo: Path, tmp_path: Path) -> None:
    program = [sys.executable, "-m", "landmarkdiff"]
    arguments = ["predict", str(photo), "--procedure", "rhinoplasty", "--mode", "tps", "--output", str(tmp_path)]

    done = subprocess.run([*program, *arguments], capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert all(line.startswith("landmarkdiff: note: ") for line in done.stderr.splitlines())


def test_importing_the_engine_loads_nothing_heavy() -> None:
    code = "import sys, landmarkdiff; print(sorted({'numpy', 'cv2', 'torch', 'mediapipe', 'scipy'} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_hidden_cheeks_leave_the_skin_open_and_nothing_else(
    photo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from landmarkdiff.errors import PhotoProblem
    from landmarkdiff.face import skin

    def hidden(*_: object) -> None:
        raise PhotoProblem("No bare cheek is seen; take hair and scarf aside.")

    monkeypatch.setattr(skin, "skin_type", hidden)

    code = main(["analyze", str(photo), "--json"])

    document = json.loads(capsys.readouterr().out)
    assert code == 0
    assert document["skin"] is None
    assert "No bare cheek is seen; take hair and scarf aside." in document["warnings"]
