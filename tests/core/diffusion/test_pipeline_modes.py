"""`LandmarkDiffPipeline` in every photorealistic mode, on the sample photo with its real face."""

from __future__ import annotations

import dataclasses
import json
import shutil
import time

import numpy as np
import pytest
from tests.core.diffusion.test_process import wait_until

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.errors import Cancelled, ModelMissing, UsageProblem
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.painting import paint_mask
from landmarkdiff.prediction import FaceAnalysis, Prediction
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.progress import CancelToken, no_report
from landmarkdiff.sample import sample_photo
from landmarkdiff.weights.install import import_from
from landmarkdiff.weights.store import ModelStore

MODES = [mode.value for mode in Mode if mode.is_generative]


@pytest.mark.parametrize("mode", MODES)
def test_mode_paints_inside_the_mask_and_names_its_models(
    mode: str, make_pipeline, sample_analysis: FaceAnalysis, tiny_store: ModelStore
) -> None:
    plan = Plan({"rhinoplasty": 60.0})
    dials = {"work_size_px": 64, "steps": 4 if mode == "controlnet_fast" else 10}

    prediction = make_pipeline(mode).predict(sample_analysis, plan, settings=dials)

    document = json.loads(json.dumps(prediction.as_json()))
    assert document["mode"] == mode
    assert document["pixels"]["changed_outside_mask"] == 0
    assert document["identity"] == {"checked": False, "similarity": None, "passed": None, "model": None}
    assert set(document["provenance"]["models"]) >= {entry.id for entry in tiny_store.manifest.needed_by(mode)}
    assert not np.array_equal(prediction.image, prediction.warped)


def test_all_modes_together_take_less_than_a_minute(make_pipeline, sample_analysis: FaceAnalysis) -> None:
    """The limit of the test command; see docs/diffusion.md for what was measured with a child of its own."""
    plan, began = Plan({"rhinoplasty": 60.0}), time.monotonic()

    painted = [
        make_pipeline(mode).predict(
            sample_analysis, plan, settings={"work_size_px": 64, "steps": 4 if mode == "controlnet_fast" else 10}
        )
        for mode in ("tps", *MODES)
    ]

    assert time.monotonic() - began < 60.0
    assert [prediction.mode for prediction in painted] == ["tps", *MODES]
    assert [prediction.changed_pixels()[0] for prediction in painted] == [0] * 5


def with_crack(prediction: Prediction) -> Prediction:
    """Return a prediction whose mask has a crack along its middle, a pixel wide; the sample has 1.6 px in a mm."""
    inside = prediction.mask.inside.copy()
    inside[:, inside.shape[1] // 2] = 0
    return dataclasses.replace(prediction, mask=dataclasses.replace(prediction.mask, inside=inside))


def test_crack_in_the_mask_is_painted_over(make_pipeline, pipeline, sample_analysis, tiny_store: ModelStore) -> None:
    """Between skin that moves apart a line of the old photo stayed in the painted nose."""
    cracked = with_crack(pipeline.predict(sample_analysis, Plan({"rhinoplasty": 60.0})))

    (painted,) = make_pipeline("img2img")._painter.paint(
        [cracked],
        Mode.IMG2IMG,
        tiny_store,
        {"work_size_px": 64, "steps": 10},
        postprocess=False,
        report=no_report,
        token=CancelToken(),
    )

    crack = (cracked.mask.full() == 0) & (painted.mask.full() == 255)
    assert crack.sum() > 20
    assert (painted.image != cracked.image).any(axis=2)[crack].mean() > 0.9
    assert painted.changed_pixels()[0] == 0


def test_no_pixel_is_added_beside_a_paralysed_side(pipeline, sample_analysis: FaceAnalysis) -> None:
    plan = Plan({"rhinoplasty": 60.0}, flags=ClinicalFlags(bells_palsy=True, bells_palsy_side="left"))
    cracked = with_crack(pipeline.predict(sample_analysis, plan))

    assert paint_mask(cracked) is cracked.mask
    assert paint_mask(dataclasses.replace(cracked, flags=ClinicalFlags())).area_px > cracked.mask.area_px


def test_generate_takes_the_dials_that_users_know(make_pipeline, sample_analysis: FaceAnalysis) -> None:
    with pytest.raises(UsageProblem, match="conditioning_scale"):
        make_pipeline("controlnet").generate(
            sample_analysis.photo.pixels, procedure="rhinoplasty", controlnet_conditioning_scale=1.3
        )


def test_missing_weights_are_exit_code_nine(
    make_pipeline, sample_analysis: FaceAnalysis, tmp_path, tiny_store: ModelStore
) -> None:
    empty = ModelStore(tmp_path, tiny_store.manifest)

    with pytest.raises(ModelMissing) as caught:
        make_pipeline("controlnet", empty).predict(sample_analysis, Plan({"rhinoplasty": 60.0}))

    assert caught.value.exit_code == 9
    assert "landmarkdiff models install" in caught.value.message


def test_model_that_is_removed_meanwhile_is_told_and_works_again_once_it_is_back(
    make_pipeline, sample_analysis: FaceAnalysis, tmp_path, tiny_store: ModelStore
) -> None:
    store = ModelStore(tmp_path / "models", tiny_store.manifest)
    shutil.copytree(tiny_store.folder, store.folder)
    for name in store.manifest.models:
        store.verify(name)
    pipeline, plan, dials = make_pipeline("img2img", store), Plan({"rhinoplasty": 60.0}), {"work_size_px": 64}
    first = pipeline.predict(sample_analysis, plan, seed=3, settings=dials)
    store.remove("stable-diffusion")

    with pytest.raises(ModelMissing, match="is not installed"):
        pipeline.predict(sample_analysis, plan, seed=3, settings=dials)

    import_from(store, "stable-diffusion", tiny_store.folder)
    assert np.array_equal(pipeline.predict(sample_analysis, plan, seed=3, settings=dials).image, first.image)


def test_missing_library_is_told_before_the_weights_are(
    make_pipeline, tmp_path, tiny_store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise somebody would fetch gigabytes to learn that something else is missing."""
    monkeypatch.setattr("landmarkdiff.diffusion.device.LIBRARIES", ("not-a-library",))

    with pytest.raises(ModelMissing, match="need not-a-library; install the program with its extra") as caught:
        make_pipeline("controlnet", ModelStore(tmp_path, tiny_store.manifest)).check({})

    assert caught.value.exit_code == 9


def test_views_in_one_batch_are_those_predicted_alone(make_pipeline, sample_analysis: FaceAnalysis) -> None:
    pipeline = make_pipeline("controlnet")
    other = pipeline.analyze(sample_photo(768))
    plan, dials = Plan({"rhinoplasty": 60.0}), {"work_size_px": 64, "steps": 10}
    previews: list[tuple[int, ...]] = []

    together = pipeline.predict_views(
        [sample_analysis, other], plan, seed=3, settings=dials, on_preview=lambda images: previews.append(images.shape)
    )

    assert [prediction.analysis for prediction in together] == [sample_analysis, other]
    assert [prediction.seed for prediction in together] == [3, 3]
    assert {shape[0] for shape in previews} == {2}
    for prediction in together:
        alone = pipeline.predict(prediction.analysis, plan, seed=3, settings=dials)
        # Batched arithmetic rounds differently in the last bit; a grey level or two at most.
        assert np.abs(alone.image.astype(int) - prediction.image.astype(int)).max() <= 2
        assert prediction.changed_pixels()[0] == 0


def test_same_seed_gives_the_same_views_again_and_another_seed_others(
    make_pipeline, sample_analysis: FaceAnalysis
) -> None:
    pipeline, plan = make_pipeline("controlnet_fast"), Plan({"rhinoplasty": 60.0})
    dials = {"work_size_px": 64, "steps": 4}

    first, again, other = (
        pipeline.predict_views([sample_analysis], plan, seed=seed, settings=dials)[0].image for seed in (3, 3, 4)
    )

    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("stage", ["Loading the picture model", "Painting", "Finishing the picture"])
def test_after_a_cancel_no_child_is_left_whatever_it_was_doing(
    stage: str, catalogue: Catalogue, tiny_store: ModelStore, sample_analysis: FaceAnalysis
) -> None:
    token = CancelToken()
    plan, dials = Plan({"rhinoplasty": 60.0}), {"work_size_px": 64, "steps": 10}

    with LandmarkDiffPipeline("img2img", device="cpu", catalogue=catalogue, models=tiny_store) as pipeline:
        with pytest.raises(Cancelled):
            pipeline.predict(
                sample_analysis,
                plan,
                settings=dials,
                report=lambda progress: token.cancel() if progress.stage == stage else None,
                token=token,
            )
        process = pipeline._painter._process
        assert process is not None

        assert wait_until(lambda: process.pid is None, 10.0)
        assert pipeline.predict(sample_analysis, plan, settings=dials).changed_pixels()[0] == 0


def test_another_mode_keeps_the_child(make_pipeline, sample_analysis: FaceAnalysis, warm_process) -> None:
    pipeline = make_pipeline("controlnet")
    child = warm_process.pid

    pipeline.use_mode("img2img")
    prediction = pipeline.predict(
        sample_analysis, Plan({"rhinoplasty": 60.0}), settings={"work_size_px": 64, "steps": 10}
    )

    assert prediction.mode == "img2img"
    assert warm_process.pid == child
