"""The prediction as users see it: faithful, still outside the mask, repeatable, honest about what it could not do."""

from __future__ import annotations

import json

import cv2
import numpy as np
import pytest

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.clinical.palsy import FADE_MM, palsy_weight
from landmarkdiff.errors import NoFaceFound, UnknownProcedure, UsageProblem
from landmarkdiff.face.topology import MIRROR, SIDE_SIGN, Side
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.photo import Photo
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.sample import sample_photo

PROCEDURES = ("rhinoplasty", "blepharoplasty", "rhytidectomy", "orthognathic", "brow_lift", "mentoplasty")


@pytest.mark.parametrize("name", PROCEDURES)
def test_nothing_changes_outside_the_mask(
    pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis, name: str
) -> None:
    prediction = pipeline.predict(sample_analysis, Plan({name: 100.0}))

    outside, inside = prediction.changed_pixels()

    assert outside == 0
    assert inside > 500
    assert (prediction.image != sample_analysis.photo.pixels).any(axis=2)[prediction.mask.full() == 0].sum() == 0


@pytest.mark.parametrize("size", [(509, 611), (300, 300), (777, 640)])
def test_nothing_changes_outside_the_mask_at_odd_sizes(pipeline: LandmarkDiffPipeline, size: tuple[int, int]) -> None:
    photo = Photo(cv2.resize(np.asarray(sample_photo(512).pixels), size, interpolation=cv2.INTER_CUBIC))

    prediction = pipeline.predict(pipeline.analyze(photo), Plan({"rhytidectomy": 100.0}))

    assert prediction.changed_pixels()[0] == 0
    assert prediction.image.shape == (size[1], size[0], 3)


def test_zero_intensity_is_the_photo_to_the_bit(pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis) -> None:
    prediction = pipeline.predict(sample_analysis, Plan(dict.fromkeys(PROCEDURES, 0.0)))

    assert (prediction.image == sample_analysis.photo.pixels).all()
    assert prediction.mask.area_px == 0
    assert prediction.as_json()["displacement"] == {"max_px": 0.0, "max_mm": 0.0}


def test_same_photo_same_seed_same_bytes(sample_analysis: FaceAnalysis) -> None:
    plan = Plan({"rhinoplasty": 80.0})
    results = []
    for _ in range(2):
        fresh = LandmarkDiffPipeline("tps")
        results.append(fresh.predict(fresh.analyze(sample_analysis.photo), plan, seed=5))

    assert (results[0].image == results[1].image).all()
    assert (results[0].mask.inside == results[1].mask.inside).all()
    assert results[0].as_json()["landmarks"] == results[1].as_json()["landmarks"]


def test_mirrored_photo_gives_the_mirrored_landmarks(
    pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis
) -> None:
    """Left and right are the patient's: a mirrored photo shows the other side, moved alike."""
    photo = sample_analysis.photo
    mirrored = pipeline.analyze(Photo(np.ascontiguousarray(photo.pixels[:, ::-1])))
    plan = Plan({"rhinoplasty": 100.0})

    straight = pipeline.predict(sample_analysis, plan).landmarks_after.xy_px
    back = pipeline.predict(mirrored, plan).landmarks_after.xy_px[MIRROR].copy()
    back[:, 0] = photo.width_px - 1 - back[:, 0]

    assert back == pytest.approx(straight, abs=0.1)
    assert mirrored.geometry.pose.yaw_deg == pytest.approx(-sample_analysis.geometry.pose.yaw_deg, abs=0.1)


def test_same_face_found_again_at_another_size_gets_the_same_change(pipeline: LandmarkDiffPipeline) -> None:
    plan = Plan({"orthognathic": 100.0})
    shares = []
    for side in (512, 1024, 2048):
        analysis = pipeline.analyze(sample_photo(side))
        prediction = pipeline.predict(analysis, plan)
        shift = np.linalg.norm(prediction.landmarks_after.xy_px - analysis.landmarks.xy_px, axis=1).max()
        shares.append(shift / analysis.landmarks.outer_canthal_px)

    assert shares == pytest.approx([shares[0]] * 3, rel=0.05)


@pytest.mark.parametrize("side", ["left", "right"])
def test_palsy_leaves_the_paralysed_half_of_the_picture_alone(
    pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis, side: str
) -> None:
    flags = ClinicalFlags(bells_palsy=True, bells_palsy_side=side)

    prediction = pipeline.predict(sample_analysis, Plan({"rhytidectomy": 100.0}, flags=flags))

    resting = (1 if side == "left" else -1) == SIDE_SIGN
    moved = np.linalg.norm(prediction.motion_mm, axis=1)
    assert moved[resting].max() == 0.0
    assert moved[~resting].max() > 1.0
    assert prediction.flags_effect["bells_palsy"]["side"] == side


def test_palsy_fades_smoothly_to_the_midline(sample_analysis: FaceAnalysis) -> None:
    face = sample_analysis.geometry
    across_mm = np.linspace(-40.0, 40.0, 801)
    line = face.origin_px + face.shift_to_px(np.stack([across_mm, 0 * across_mm, 0 * across_mm], axis=1))

    kept = palsy_weight(face, Side.LEFT, line)

    assert (np.diff(kept) <= 1e-12).all()
    assert kept[0] == 1.0
    assert (kept[across_mm >= 0] == 0.0).all()
    assert np.abs(np.diff(kept)).max() / 0.1 <= 1.6 / FADE_MM


def test_keloid_softens_its_zone_and_nothing_else(
    pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis
) -> None:
    plan = Plan({"orthognathic": 100.0, "rhinoplasty": 100.0})
    flags = ClinicalFlags(keloid_prone=True, keloid_regions=("nose",))

    plain = np.linalg.norm(pipeline.predict(sample_analysis, plan).motion_mm, axis=1)
    soft = pipeline.predict(sample_analysis, Plan(plan.procedures, flags=flags))

    kept = np.linalg.norm(soft.motion_mm, axis=1) / np.maximum(plain, 1e-9)
    assert kept[4] == pytest.approx(0.5, abs=0.01)
    assert kept[172] == pytest.approx(1.0, abs=0.01)
    assert soft.flags_effect["keloid"]["regions"] == ["nose"]


def test_ehlers_danlos_reaches_further_without_moving_more(
    pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis
) -> None:
    plan = {"mentoplasty.vertical": 5.0}
    plain = pipeline.predict(sample_analysis, Plan(overrides=plan))

    wide = pipeline.predict(sample_analysis, Plan(overrides=plan, flags=ClinicalFlags(ehlers_danlos=True)))

    plain_mm, wide_mm = (np.linalg.norm(one.motion_mm, axis=1) for one in (plain, wide))
    assert wide_mm.max() <= 1.1 * plain_mm.max()
    assert (wide_mm > 0.5).sum() > (plain_mm > 0.5).sum()
    assert wide.flags_effect["ehlers_danlos"] == {"radius_factor": 1.5, "amplitude_factor": 1.0}


def test_irises_keep_their_place_and_shape(pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis) -> None:
    prediction = pipeline.predict(sample_analysis, Plan({"blepharoplasty": 100.0, "brow_lift": 100.0}))

    shift = prediction.landmarks_after.xy_px - sample_analysis.landmarks.xy_px

    assert np.abs(shift[[468, 473]]).max() < 0.05


def test_plan_is_a_sentence_of_its_own_in_the_result(
    pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis
) -> None:
    prediction = pipeline.predict(sample_analysis, Plan({"rhinoplasty": 50.0}, {"rhinoplasty.tip_width": 1.5}), seed=9)

    document = json.loads(json.dumps(prediction.as_json()))

    assert document["schema"] == 1
    assert document["plan"]["procedures"] == {"rhinoplasty": 50.0}
    assert document["plan"]["maneuvers"]["rhinoplasty.tip_width"] == 1.5
    assert document["view"]["name"] == "frontal"
    assert document["scale"]["method"] == "iris"
    assert document["identity"] == {"checked": False, "similarity": None, "passed": None, "model": None}
    assert document["pixels"]["changed_outside_mask"] == 0
    assert len(document["landmarks"]["before"]) == len(document["landmarks"]["after"]) == 478
    assert document["contour"] is None
    assert document["seed"] == 9


def test_sixteen_bit_photo_stays_sixteen_bit(pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis) -> None:
    deep = Photo(sample_analysis.photo.pixels.astype(np.uint16) * 257)

    prediction = pipeline.predict(pipeline.analyze(deep), Plan({"rhinoplasty": 100.0}))

    assert prediction.image.dtype == np.uint16
    assert prediction.changed_pixels()[0] == 0


def test_photo_without_a_face_is_told_as_such(pipeline: LandmarkDiffPipeline, textured_photo: Photo) -> None:
    with pytest.raises(NoFaceFound, match="No face was found"):
        pipeline.analyze(textured_photo)


def test_face_cut_by_the_border_is_shown_with_a_warning(
    pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis
) -> None:
    low = sample_analysis.landmarks.xy_px.min(axis=0)
    cut = Photo(np.ascontiguousarray(sample_analysis.photo.pixels[:, int(low[0]) + 14 :]))

    analysis = pipeline.analyze(cut)

    assert any("cut by the border" in warning for warning in analysis.warnings)
    assert pipeline.predict(analysis, Plan({"rhytidectomy": 100.0})).changed_pixels()[0] == 0


def test_two_faces_use_the_larger_and_say_so(pipeline: LandmarkDiffPipeline) -> None:
    large, small = sample_photo(512), sample_photo(300)
    canvas = np.full((512, 830, 3), 128, dtype=np.uint8)
    canvas[:, :512] = large.pixels
    canvas[100:400, 520:820] = small.pixels

    analysis = pipeline.analyze(Photo(canvas))

    assert analysis.face_count == 2
    assert analysis.landmarks.xy_px[:, 0].max() < 512
    assert any("2 faces" in warning for warning in analysis.warnings)


def test_generate_answers_with_the_keys_that_users_know(sample_analysis: FaceAnalysis) -> None:
    result = LandmarkDiffPipeline(mode="tps").generate(
        sample_analysis.photo.pixels, procedure="rhinoplasty", intensity=60, seed=1
    )

    assert result["output"].shape == (512, 512, 3)
    assert result["mask"].dtype == np.float32
    assert result["mask"].max() == 1.0
    assert result["conditioning"].shape == (512, 512, 3)
    assert result["identity_check"]["passed"] is None
    assert (result["output_tps"] == result["output_raw"]).all()
    moved = result["landmarks_manipulated"].xy_px - result["landmarks_original"].xy_px
    assert np.abs(moved).max() > 0.5


def test_generate_refuses_unknown_procedures_and_intensities(sample_analysis: FaceAnalysis) -> None:
    pipeline = LandmarkDiffPipeline()

    with pytest.raises(UnknownProcedure, match="Unknown procedure"):
        pipeline.generate(sample_analysis.photo, procedure="nose_job")
    with pytest.raises(UsageProblem, match="between 0 and 100"):
        pipeline.generate(sample_analysis.photo, intensity=101)


def test_unknown_mode_is_refused() -> None:
    with pytest.raises(UsageProblem, match="modes are"):
        LandmarkDiffPipeline("magic")
