"""Photorealistic predictions from end to end, through the child process, on tiny models in the real formats."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest
from skimage.data import astronaut
from tests.support.faces import make_face
from tests.support.model_shelf import make_manifest, model_table

from landmarkdiff.compositing import composite
from landmarkdiff.diffusion.generate import generate, generate_views
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.diffusion.request import DiffusionRequest, DiffusionResult
from landmarkdiff.diffusion.settings import DiffusionSettings, PostprocessSettings, SecondControl
from landmarkdiff.errors import Cancelled, GenerationOutOfMemory, ModelMissing, UsageProblem
from landmarkdiff.photo.photo import Photo
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff.weights.store import ModelStore

MODES = [mode for mode in Mode if mode.is_generative]
BY_NAME = {"ids": lambda value: getattr(value, "value", str(value))}


def make_request(
    mode: Mode = Mode.CONTROLNET,
    *,
    height_px: int = 512,
    width_px: int = 512,
    is_16_bit: bool = False,
    has_face: bool = True,
    vitiligo: bool = False,
    **settings: object,
) -> DiffusionRequest:
    """Return a request for a nose of the astronaut, with a small picture and a fixed seed."""
    pixels = astronaut()[:height_px, :width_px]
    if is_16_bit:
        pixels = pixels.astype(np.uint16) * 257
    face = make_face(width_px=width_px, height_px=height_px)
    mask = np.zeros((height_px, width_px), dtype=np.uint8)
    cv2.ellipse(mask, (224, 128), (14, 22), 0, 0, 360, (255,), -1)
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), 3), dtype=np.uint8)
    patches = np.where(np.arange(width_px)[None] < 224, mask, 0).astype(np.uint8)
    facts: dict[str, object] = {"mode": mode, "work_size_px": 64, "seed": 5, "steps": 10} | settings
    if mode is Mode.CONTROLNET_FAST:
        facts["steps"] = 4
    photo = Photo(pixels)
    return DiffusionRequest(
        photo=photo,
        warped_rgb=photo.pixels,
        preview_rgb=photo.pixels,
        mask=mask,
        landmarks_before=face if has_face else None,
        landmarks_after=face if has_face else None,
        settings=DiffusionSettings(**facts),
        procedures=("rhinoplasty",),
        vitiligo_mask=np.where(patches > 0, 255, 0).astype(np.uint8) if vitiligo else None,
    )


def assert_untouched_outside(request: DiffusionRequest, result: DiffusionResult) -> None:
    outside = request.mask == 0
    assert np.array_equal(result.image_rgb[outside], request.photo.pixels[outside])
    assert result.changed_outside_mask_px == 0
    assert result.changed_inside_mask_px > 0


@pytest.mark.parametrize("mode", MODES, **BY_NAME)
def test_every_mode_changes_the_region_and_nothing_else(
    mode: Mode, tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    request = make_request(mode)

    result = generate(request, tiny_store, process=warm_process)

    assert_untouched_outside(request, result)
    assert result.image_rgb.shape == request.photo.pixels.shape
    assert result.provenance["mode"] == mode.value
    assert set(result.provenance["models"]) >= {entry.id for entry in tiny_store.manifest.needed_by(mode.value)}


@pytest.mark.parametrize("mode", MODES, **BY_NAME)
def test_same_seed_gives_the_same_picture_and_another_seed_another(
    mode: Mode, tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    first, again, other = (
        generate(make_request(mode, seed=seed), tiny_store, process=warm_process).image_rgb for seed in (5, 5, 6)
    )

    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize(("height_px", "width_px"), [(301, 411), (500, 260), (200, 512)])
def test_sizes_that_64_does_not_divide_are_kept(
    height_px: int, width_px: int, tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    request = make_request(height_px=height_px, width_px=width_px)

    result = generate(request, tiny_store, process=warm_process)

    assert result.image_rgb.shape == (height_px, width_px, 3)
    assert_untouched_outside(request, result)


def test_sixteen_bit_photos_stay_sixteen_bit(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    request = make_request(is_16_bit=True)

    result = generate(request, tiny_store, process=warm_process)

    assert result.image_rgb.dtype == np.uint16
    assert_untouched_outside(request, result)


@pytest.mark.parametrize("second", [SecondControl.CANNY, SecondControl.TILE, SecondControl.DEPTH], **BY_NAME)
def test_second_control_has_an_effect(
    second: SecondControl, tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    alone = generate(make_request(conditioning_scale=0.6), tiny_store, process=warm_process)

    both = generate(
        make_request(conditioning_scale=0.6, second_control=second, second_scale=0.6), tiny_store, process=warm_process
    )

    assert not np.array_equal(alone.raw_rgb, both.raw_rgb)
    assert second.model_id in both.provenance["models"]


def test_view_without_a_mesh_has_no_relief_and_says_so(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    request = make_request(has_face=False, second_control=SecondControl.DEPTH)

    result = generate(request, tiny_store, process=warm_process)

    assert any("no relief of the face" in warning for warning in result.warnings)
    assert result.provenance["second_control"] == "none"
    assert set(result.provenance["models"]) == {"stable-diffusion"}


def test_view_without_a_mesh_names_only_the_second_control(
    tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    request = make_request(has_face=False, second_control=SecondControl.CANNY)

    result = generate(request, tiny_store, process=warm_process)

    assert set(result.provenance["models"]) == {"stable-diffusion", "controlnet-canny"}


def test_contours_have_an_effect(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    # At 64 px the face is too small for contours; 128 px is the smallest picture in which they are drawn.
    free, held = (
        generate(make_request(work_size_px=128, conditioning_scale=scale), tiny_store, process=warm_process)
        for scale in (0.0, 1.0)
    )

    assert held.conditioning_rgb.any()
    assert not np.array_equal(free.raw_rgb, held.raw_rgb)


def test_patients_face_has_an_effect(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    weak, firm = (
        generate(make_request(Mode.CONTROLNET_IP, ip_adapter_scale=scale), tiny_store, process=warm_process)
        for scale in (0.0, 1.0)
    )

    assert not np.array_equal(weak.raw_rgb, firm.raw_rgb)


def test_strength_zero_is_the_warped_photo_with_a_warning(
    tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    request = make_request(strength=0.0, postprocess=PostprocessSettings.nothing())

    result = generate(request, tiny_store, process=warm_process)

    assert np.array_equal(result.image_rgb, request.warped_rgb)
    assert any("no step to paint" in warning for warning in result.warnings)


def test_depigmented_patches_keep_the_photo(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    request = make_request(vitiligo=True)

    result = generate(request, tiny_store, process=warm_process)

    preview = composite(request.photo.pixels, request.warped_rgb, request.mask)
    patch = np.asarray(request.vitiligo_mask) > 0
    assert patch.sum() > 100
    assert np.array_equal(result.image_rgb[patch], preview[patch])
    assert_untouched_outside(request, result)


def test_views_in_one_batch_are_those_painted_alone(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    requests = [make_request(seed=seed) for seed in (1, 2, 3)]

    together = generate_views(requests, tiny_store, process=warm_process)

    for request, result in zip(requests, together, strict=True):
        alone = generate(request, tiny_store, process=warm_process)
        # Batched arithmetic rounds differently in the last bit; a grey level or two in 8 bit at most.
        assert np.abs(alone.raw_rgb.astype(int) - result.raw_rgb.astype(int)).max() <= 2


def test_views_with_and_without_a_mesh_come_back_in_order(
    tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    requests = [make_request(), make_request(has_face=False), make_request(seed=9)]

    results = generate_views(requests, tiny_store, process=warm_process)

    assert [result.seed for result in results] == [5, 5, 9]
    assert any("left out" in warning for warning in results[1].warnings)
    assert "controlnet-face" not in results[1].provenance["models"]
    for request, result in zip(requests, results, strict=True):
        assert_untouched_outside(request, result)


def test_views_with_different_settings_are_refused(tiny_store: ModelStore) -> None:
    with pytest.raises(UsageProblem, match="same settings"):
        generate_views([make_request(), make_request(strength=0.5)], tiny_store)


def test_no_views_are_no_results(tiny_store: ModelStore) -> None:
    assert generate_views([], tiny_store) == ()


def test_progress_rises_to_the_end_and_previews_are_shown(
    tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    seen: list[Progress] = []
    previews: list[tuple[int, ...]] = []

    generate(
        make_request(),
        tiny_store,
        process=warm_process,
        report=seen.append,
        on_preview=lambda images: previews.append(images.shape),
    )

    fractions = [item.fraction for item in seen]
    assert fractions == sorted(fractions)
    assert fractions[-1] > 0.95
    assert {item.stage for item in seen} >= {"Loading the picture model", "Painting", "Finishing the picture"}
    assert set(previews) == {(1, 8, 8, 3)}


def test_cancel_while_painting_frees_the_caller_and_the_next_job_works(
    tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    token = CancelToken()

    def stop_when_painting(progress: Progress) -> None:
        if progress.stage == "Painting":
            token.cancel()

    with pytest.raises(Cancelled):
        generate(make_request(steps=100), tiny_store, process=warm_process, report=stop_when_painting, token=token)

    assert generate(make_request(), tiny_store, process=warm_process).changed_inside_mask_px > 0


def test_missing_model_is_told_before_a_process_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("landmarkdiff.diffusion.plan.require_libraries", lambda: None)
    tables = [
        model_table(name, {"w.safetensors": b"w"}, modes=("controlnet",))
        for name in ("stable-diffusion", "controlnet-face")
    ]
    empty = ModelStore(tmp_path / "store", make_manifest(tmp_path / "manifest", *tables))

    with DiffusionProcess() as process:
        with pytest.raises(ModelMissing, match="models install --mode controlnet") as caught:
            generate(make_request(), empty, process=process)

        assert process.pid is None
    assert caught.value.exit_code == 9


def test_too_little_memory_is_told_before_a_process_starts(
    tiny_store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("landmarkdiff.diffusion.plan._free_memory_mib", lambda: 100.0)

    with DiffusionProcess() as process:
        with pytest.raises(GenerationOutOfMemory, match=r"0\.1 GiB are free.*tps"):
            generate(make_request(), tiny_store, process=process)

        assert process.pid is None


def test_steps_and_their_effects_are_in_the_provenance(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    result = generate(make_request(), tiny_store, process=warm_process)

    steps = json.loads(json.dumps(result.provenance))["steps_after_painting"]
    assert [step["name"] for step in steps] == ["restoration", "background", "tone", "sharpening", "blending"]
    assert result.colour_shift_de2000 > 0


def test_each_step_can_be_left_out_alone(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    usual = PostprocessSettings()
    without = {
        "tone": dataclasses.replace(usual, match_tone=False),
        "sharpening": dataclasses.replace(usual, sharpen=0.0),
        "blending": dataclasses.replace(usual, pyramid_blend=False),
    }
    everything = generate(make_request(), tiny_store, process=warm_process)

    for name, settings in without.items():
        result = generate(make_request(postprocess=settings), tiny_store, process=warm_process)

        applied = {effect.name: effect.is_applied for effect in result.effects}
        assert not applied.pop(name)
        assert applied == {other.name: other.is_applied for other in everything.effects if other.name != name}
        assert not np.array_equal(result.image_rgb, everything.image_rgb)
        assert_untouched_outside(make_request(), result)


def test_with_every_step_left_out_nothing_is_said_to_have_happened(
    tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    result = generate(make_request(postprocess=PostprocessSettings.nothing()), tiny_store, process=warm_process)

    assert [effect.is_applied for effect in result.effects] == [False] * 5
    assert "switched off" in result.identity.note
    assert_untouched_outside(make_request(), result)


UNET = "stable-diffusion/unet/diffusion_pytorch_model.fp16.safetensors"
ADAPTER = "ip-adapter-face/models/ip-adapter-plus-face_sd15.safetensors"


@pytest.mark.parametrize(
    ("mode", "path", "content"),
    [
        (Mode.IMG2IMG, UNET, b"rubbish" * 10),
        (Mode.IMG2IMG, UNET, "first half"),
        (Mode.IMG2IMG, UNET, "stable-diffusion/vae/diffusion_pytorch_model.fp16.safetensors"),
        (Mode.IMG2IMG, "stable-diffusion/vae/config.json", b"{"),
        (Mode.IMG2IMG, "stable-diffusion/tokenizer/vocab.json", b"["),
        (Mode.CONTROLNET, "controlnet-face/diffusion_pytorch_model.fp16.safetensors", "first half"),
        (Mode.CONTROLNET_IP, ADAPTER, "first half"),
        (Mode.CONTROLNET_FAST, "lcm-lora/pytorch_lora_weights.safetensors", ADAPTER),
    ],
    ids=["rubbish", "cut", "other network", "broken json", "broken words", "cut control", "cut adapter", "other lora"],
)
def test_damaged_model_is_a_sentence_that_names_it(
    mode: Mode, path: str, content: bytes | str, tiny_store: ModelStore, tmp_path: Path, warm_process: DiffusionProcess
) -> None:
    """A file that was damaged before it was ever checked here is found by the loader at the latest."""
    folder = tmp_path / "models"
    shutil.copytree(tiny_store.folder, folder)
    damaged = folder / path
    if content == "first half":
        content = damaged.read_bytes()[: damaged.stat().st_size // 2]
    damaged.write_bytes(content if isinstance(content, bytes) else (folder / content).read_bytes())
    for receipt in folder.glob("*/receipt.json"):
        receipt.unlink()
    broken = ModelStore(folder, tiny_store.manifest)
    for name in tiny_store.manifest.models:
        broken.verify(name)

    with pytest.raises(ModelMissing, match="install or import it again") as caught:
        generate(make_request(mode), broken, process=warm_process)

    assert caught.value.exit_code == 9
    assert str(folder / Path(path).parts[0]) in caught.value.message


def test_own_controlnet_folder_is_used(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    own = tiny_store.path_of("controlnet-canny")

    result = generate(make_request(controlnet_folder=own), tiny_store, process=warm_process)

    assert result.provenance["models"]["controlnet-face"] == "own"


def test_own_controlnet_folder_without_a_model_is_told(tiny_store: ModelStore, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="holds no ControlNet"):
        generate(make_request(controlnet_folder=tmp_path), tiny_store)


@pytest.mark.parametrize(
    "change",
    [
        {"warped_rgb": np.zeros((5, 5, 3), np.uint8)},
        {"warped_rgb": np.zeros((512, 512, 3), np.uint16)},
        {"mask": np.zeros((5, 5), np.uint8)},
        {"mask": np.zeros((512, 512), np.float32)},
        {"vitiligo_mask": np.zeros((5, 5), np.uint8)},
    ],
    ids=["size", "depth", "mask-size", "mask-type", "patches"],
)
def test_requests_that_do_not_fit_together_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(UsageProblem):
        dataclasses.replace(make_request(), **change)


def test_seed_is_drawn_and_named_where_none_was_given(tiny_store: ModelStore, warm_process: DiffusionProcess) -> None:
    result = generate(make_request(seed=None), tiny_store, process=warm_process)

    again = generate(make_request(seed=result.seed), tiny_store, process=warm_process)
    assert np.array_equal(result.image_rgb, again.image_rgb)
