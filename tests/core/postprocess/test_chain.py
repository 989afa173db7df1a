"""The steps after painting: each can be left out, each says what it did, none reaches where it may not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from skimage.data import astronaut
from tests.support.faces import make_face
from tests.support.model_shelf import make_manifest, model_table
from tests.support.tiny_networks import SaveGfpgan, SaveRealEsrgan, SaveTrap

from landmarkdiff.diffusion.crop import crop_around
from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.diffusion.settings import PostprocessSettings, Restoration
from landmarkdiff.errors import GenerationOutOfMemory, ModelMissing
from landmarkdiff.postprocess.chain import Painted, choose_restoration, finish
from landmarkdiff.weights.store import ModelStore

FILES = {"gfpgan": "GFPGANv1.4.pth", "codeformer": "codeformer.pth", "real-esrgan": "RealESRGAN_x4plus.pth"}
NOTHING = PostprocessSettings.nothing()


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    tables = [model_table(name, {file: b""}, pinned=False) for name, file in FILES.items()]
    return ModelStore(tmp_path / "store", make_manifest(tmp_path / "manifest", *tables))


def path_in(store: ModelStore, name: str) -> Path:
    return store.folder / name / FILES[name]


def make_painted(*, whole_mask: bool = True, has_face: bool = True) -> Painted:
    side = 128
    face = make_face()
    crop = crop_around(np.zeros((512, 512), np.float32), face, side)
    start = crop.take(astronaut()).astype(np.float32)
    mask = np.ones((side, side), np.float32) if whole_mask else np.zeros((side, side), np.float32)
    mask[:10] = 0
    keep_out = np.zeros((side, side), dtype=bool)
    keep_out[60:70, 60:70] = True
    points = crop.points(np.asarray(face.xy_px)) if has_face else None
    return Painted(np.clip(start * 0.8 + 10, 0, 255).astype(np.float32), start, mask, points, keep_out)


def refuse(task: object) -> np.ndarray:
    raise AssertionError("no network may be asked for")


def test_nothing_asked_for_is_nothing_done(store: ModelStore) -> None:
    painted = make_painted()

    finished = finish(painted, NOTHING, store, refuse, "cpu")

    assert np.array_equal(finished.picture_rgb, painted.picture_rgb)
    assert [(effect.name, effect.is_applied) for effect in finished.effects] == [
        ("restoration", False),
        ("background", False),
        ("tone", False),
        ("sharpening", False),
    ]


def test_missing_networks_are_named_and_the_rest_goes_on(store: ModelStore) -> None:
    finished = finish(make_painted(), PostprocessSettings(), store, refuse, "cpu")

    by_name = {effect.name: effect for effect in finished.effects}
    assert "models install gfpgan" in by_name["restoration"].note
    assert "models install real-esrgan" in by_name["background"].note
    assert by_name["tone"].is_applied
    assert by_name["tone"].mean_de2000 > 1
    assert by_name["sharpening"].is_applied


def test_network_asked_for_by_name_that_is_missing_is_a_warning(store: ModelStore) -> None:
    finished = finish(make_painted(), PostprocessSettings(Restoration.GFPGAN), store, refuse, "cpu")

    assert any("restoration was left out" in warning for warning in finished.warnings)


def test_steps_stay_inside_the_mask_and_off_the_patches(store: ModelStore) -> None:
    painted = make_painted()

    finished = finish(painted, PostprocessSettings(), store, refuse, "cpu")

    assert np.array_equal(finished.picture_rgb[:10], painted.picture_rgb[:10])
    assert np.array_equal(finished.picture_rgb[painted.keep_out], painted.picture_rgb[painted.keep_out])


def test_edited_region_on_the_face_leaves_no_background(store: ModelStore) -> None:
    finished = finish(make_painted(whole_mask=False), PostprocessSettings(), store, refuse, "cpu")

    assert "lies on the face" in finished.effects[1].note


def test_without_a_face_there_is_no_restoration(store: ModelStore) -> None:
    finished = finish(make_painted(has_face=False), PostprocessSettings(), store, refuse, "cpu")

    assert "half turned" in finished.effects[0].note


def test_failure_of_a_network_leaves_its_step_out(store: ModelStore, warm_process: DiffusionProcess) -> None:
    warm_process.run(SaveRealEsrgan(path_in(store, "real-esrgan")))
    store.verify("real-esrgan")

    def fail(task: object) -> np.ndarray:
        raise GenerationOutOfMemory("There is not enough memory.")

    finished = finish(make_painted(), PostprocessSettings(), store, fail, "cpu")

    assert any("not enough memory" in warning for warning in finished.warnings)
    assert finished.effects[2].is_applied


def test_background_network_changes_what_is_around_the_face_only(
    store: ModelStore, warm_process: DiffusionProcess
) -> None:
    warm_process.run(SaveRealEsrgan(path_in(store, "real-esrgan")))
    store.verify("real-esrgan")
    painted = make_painted()
    only = PostprocessSettings(Restoration.NONE, match_tone=False, sharpen=0.0)

    finished = finish(painted, only, store, warm_process.run, "cpu")

    assert finished.effects[1].is_applied
    changed = (finished.picture_rgb != painted.picture_rgb).any(axis=2)
    assert painted.points_px is not None
    x, y = np.rint(painted.points_px[4]).astype(int)
    assert not changed[y - 10 : y + 10, x - 10 : x + 10].any()
    assert changed[15:30, :15].all()
    assert not changed[:10].any()


def test_network_without_a_usable_answer_leaves_its_step_out(store: ModelStore, warm_process: DiffusionProcess) -> None:
    warm_process.run(SaveRealEsrgan(path_in(store, "real-esrgan"), is_broken=True))
    store.verify("real-esrgan")
    only = PostprocessSettings(Restoration.NONE, match_tone=False, sharpen=0.0)

    finished = finish(make_painted(), only, store, warm_process.run, "cpu")

    assert any("no usable picture" in warning for warning in finished.warnings)
    assert np.isfinite(finished.picture_rgb).all()


def test_gfpgan_is_loaded_and_changes_the_face(store: ModelStore, warm_process: DiffusionProcess) -> None:
    warm_process.run(SaveGfpgan(path_in(store, "gfpgan")))
    store.verify("gfpgan")
    painted = make_painted()
    only = PostprocessSettings(Restoration.GFPGAN, enhance_background=False, match_tone=False, sharpen=0.0)

    finished, again = (finish(painted, only, store, warm_process.run, "cpu") for _ in range(2))

    assert finished.effects[0].is_applied
    assert finished.effects[0].mean_de2000 > 0
    assert np.array_equal(finished.picture_rgb, again.picture_rgb)
    assert np.isfinite(finished.picture_rgb).all()


def test_pickle_with_more_than_weights_is_not_opened(
    store: ModelStore, tmp_path: Path, warm_process: DiffusionProcess
) -> None:
    evidence = tmp_path / "opened"
    warm_process.run(SaveTrap(path_in(store, "gfpgan"), evidence))
    store.verify("gfpgan")

    finished = finish(make_painted(), PostprocessSettings(Restoration.GFPGAN), store, warm_process.run, "cpu")

    assert any("was not opened" in warning for warning in finished.warnings)
    assert not evidence.exists()


@pytest.mark.parametrize("content", [b"", b"no weights at all"], ids=["empty", "text"])
def test_file_without_weights_is_a_sentence(store: ModelStore, warm_process: DiffusionProcess, content: bytes) -> None:
    path_in(store, "gfpgan").parent.mkdir(parents=True)
    path_in(store, "gfpgan").write_bytes(content)
    store.verify("gfpgan")

    finished = finish(make_painted(), PostprocessSettings(Restoration.GFPGAN), store, warm_process.run, "cpu")

    assert any("GFPGANv1.4.pth" in warning for warning in finished.warnings)


def test_automatic_choice_prefers_codeformer_where_its_network_is_here(
    store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("gfpgan", "codeformer"):
        path_in(store, name).parent.mkdir(parents=True)
        path_in(store, name).write_bytes(b"w")
        store.verify(name)

    monkeypatch.setattr("landmarkdiff.postprocess.chain._has_codeformer_network", lambda: False)
    assert choose_restoration(Restoration.AUTO, store) == "gfpgan"
    monkeypatch.setattr("landmarkdiff.postprocess.chain._has_codeformer_network", lambda: True)
    assert choose_restoration(Restoration.AUTO, store) == "codeformer"
    assert choose_restoration(Restoration.NONE, store) is None


def test_named_network_must_be_installed(store: ModelStore) -> None:
    with pytest.raises(ModelMissing):
        choose_restoration(Restoration.CODEFORMER, store)
