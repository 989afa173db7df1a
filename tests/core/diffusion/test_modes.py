"""Modes say what they need, and `auto` says why it chose."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.model_shelf import make_manifest, model_table, put_files

from landmarkdiff.diffusion import device as device_module
from landmarkdiff.diffusion.device import DeviceKind, find_device, parse_device, require_libraries
from landmarkdiff.diffusion.modes import Mode, choose_mode, parse_mode, require_models
from landmarkdiff.errors import LicenceNotAccepted, ModelMissing, UsageProblem
from landmarkdiff.weights.store import ModelStore

MODES = ("img2img", "controlnet", "controlnet_ip", "controlnet_fast")
NEEDED_BY = {
    "stable-diffusion": MODES,
    "controlnet-face": MODES[1:],
    "ip-adapter-face": ("controlnet_ip",),
    "lcm-lora": ("controlnet_fast",),
}


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    tables = [model_table(name, {"w.safetensors": b"w"}, modes=modes) for name, modes in NEEDED_BY.items()]
    return ModelStore(tmp_path / "store", make_manifest(tmp_path / "manifest", *tables))


def add(store: ModelStore, *names: str) -> None:
    for name in names:
        put_files(store.folder / name, {"w.safetensors": b"w"})
        store.verify(name)


def pretend(monkeypatch: pytest.MonkeyPatch, *, torch: str | None, driver: bool, platform: str = "linux") -> None:
    monkeypatch.setattr(device_module, "_version_of", lambda name: torch if name == "torch" else "1")
    monkeypatch.setattr(device_module, "_has_nvidia_driver", lambda: driver)
    monkeypatch.setattr(device_module.sys, "platform", platform)
    monkeypatch.setattr(device_module.platform, "machine", lambda: "arm64")


@pytest.mark.parametrize("mode", list(Mode), ids=lambda mode: mode.value)
def test_every_mode_has_the_name_that_users_know(mode: Mode) -> None:
    assert parse_mode(mode.value) is mode


def test_unknown_mode_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageProblem, match="controlnet_fast"):
        parse_mode("magic")


@pytest.mark.parametrize(
    ("torch", "driver", "platform", "kind"),
    [
        ("2.13.0", True, "linux", DeviceKind.CUDA),
        ("2.13.0+cpu", True, "linux", DeviceKind.CPU),
        ("2.13.0", False, "linux", DeviceKind.CPU),
        (None, True, "linux", DeviceKind.CPU),
        ("2.13.0", False, "darwin", DeviceKind.MPS),
    ],
    ids=["cuda", "cpu-build", "no-driver", "no-torch", "apple"],
)
def test_device_is_found_without_loading_torch(
    monkeypatch: pytest.MonkeyPatch, torch: str | None, driver: bool, platform: str, kind: DeviceKind
) -> None:
    pretend(monkeypatch, torch=torch, driver=driver, platform=platform)

    found = find_device(DeviceKind.AUTO)

    assert found.kind is kind
    assert found.is_tested is (kind is not DeviceKind.MPS)


def test_processor_can_always_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, torch="2.13.0", driver=True)

    assert find_device(DeviceKind.CPU).kind is DeviceKind.CPU


def test_device_that_is_not_here_is_told_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, torch="2.13.0+cpu", driver=True)

    with pytest.raises(UsageProblem, match="without support"):
        find_device(parse_device("cuda"))


def test_unknown_device_is_a_usage_error() -> None:
    with pytest.raises(UsageProblem, match="mps"):
        parse_device("tpu")


def test_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_module, "_version_of", lambda name: None if name == "diffusers" else "1")

    with pytest.raises(ModelMissing, match="diffusers"):
        require_libraries()


def test_auto_without_a_graphics_processor_is_tps_with_the_reason(
    store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, torch="2.13.0", driver=False)
    add(store, *NEEDED_BY)

    choice = choose_mode(Mode.AUTO, store)

    assert choice.mode is Mode.TPS
    assert "graphics processor" in choice.warning


@pytest.mark.parametrize(
    ("installed", "mode"),
    [
        (("stable-diffusion",), Mode.IMG2IMG),
        (("stable-diffusion", "controlnet-face"), Mode.CONTROLNET),
        (("stable-diffusion", "controlnet-face", "lcm-lora"), Mode.CONTROLNET),
        (tuple(NEEDED_BY), Mode.CONTROLNET_IP),
        ((), Mode.TPS),
    ],
    ids=["base", "control", "fast", "all", "none"],
)
def test_auto_takes_the_best_that_is_installed(
    store: ModelStore, monkeypatch: pytest.MonkeyPatch, installed: tuple[str, ...], mode: Mode
) -> None:
    pretend(monkeypatch, torch="2.13.0", driver=True)
    add(store, *installed)

    choice = choose_mode(Mode.AUTO, store)

    assert choice.mode is mode
    assert bool(choice.warning) is (mode is Mode.TPS)


def test_named_mode_is_never_replaced(store: ModelStore) -> None:
    assert choose_mode(Mode.CONTROLNET, store).mode is Mode.CONTROLNET


def test_missing_models_are_named_with_the_command(store: ModelStore) -> None:
    with pytest.raises(ModelMissing, match=r"stable-diffusion, controlnet-face.*--mode controlnet"):
        require_models(Mode.CONTROLNET, store)


def test_single_missing_model_is_told_by_its_own_sentence(store: ModelStore) -> None:
    add(store, "stable-diffusion")

    with pytest.raises(ModelMissing, match="models install controlnet-face"):
        require_models(Mode.CONTROLNET, store)


def test_installed_models_without_accepted_terms_are_not_enough(tmp_path: Path) -> None:
    table = model_table("stable-diffusion", {"w.safetensors": b"w"}, modes=MODES, licence="research")
    store = ModelStore(tmp_path / "store", make_manifest(tmp_path / "manifest", table))
    add(store, "stable-diffusion")

    with pytest.raises(LicenceNotAccepted):
        require_models(Mode.IMG2IMG, store)


def test_nothing_is_raised_when_all_is_there(store: ModelStore) -> None:
    add(store, *NEEDED_BY)

    require_models(Mode.CONTROLNET_IP, store)
