"""Which files a generation loads, as plain values that travel to the child."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from landmarkdiff.diffusion.device import Device, DeviceKind, find_device, require_libraries
from landmarkdiff.diffusion.modes import Mode, require_models
from landmarkdiff.diffusion.settings import DiffusionSettings, SecondControl
from landmarkdiff.errors import GenerationOutOfMemory, ModelMissing
from landmarkdiff.weights.store import ModelStore

BASE, FACE_CONTROL, IP_ADAPTER, LCM = "stable-diffusion", "controlnet-face", "ip-adapter-face", "lcm-lora"
# Room for activations at 768 px with guidance, beside the weights themselves.
_WORKING_MIB = 1800
# The IP-Adapter's image encoder (CLIP ViT-H/14 with projection, 632 076 800 weights at 16 bit). It looks at a face once
# and then waits in the computer's memory; while it works, nothing is painted yet.
_FACE_ENCODER_MIB = 1206


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """What the child loads; equal plans share what is loaded.

    Parameters
    ----------
    base : Path
        Folder of Stable Diffusion in diffusers' layout.
    controlnets : tuple of Path
        Folders of ControlNets, in the order of the control pictures.
    ip_adapter, lora : Path, optional
        Folder of the IP-Adapter, file of the LoRA.
    device : str
        torch's name of the device.
    weights_mib : int
        Memory of all weights at 16 bit, MiB.
    models : tuple of str
        Ids of the installed models among them.
    has_own_controlnet : bool
        Whether the face ControlNet is one of the person's own.
    """

    base: Path
    controlnets: tuple[Path, ...]
    ip_adapter: Path | None
    lora: Path | None
    device: str
    is_fast: bool
    full_precision_vae: bool
    compile_networks: bool
    weights_mib: int
    models: tuple[str, ...] = ()
    has_own_controlnet: bool = False

    @property
    def memory_mib(self) -> int:
        """Memory of a graphics card for weights and work together, MiB, at 16 bit."""
        waiting_mib = _FACE_ENCODER_MIB if self.ip_adapter is not None else 0
        return self.weights_mib - waiting_mib + _WORKING_MIB


def make_plan(settings: DiffusionSettings, store: ModelStore, *, has_face: bool) -> tuple[LoadPlan, Device]:
    """Return what a generation with these settings loads, and where it will run.

    Parameters
    ----------
    has_face : bool
        Whether there are landmarks to draw contours from; without them the face ControlNet is left out.

    Raises
    ------
    ModelMissing
        A model or library is not here, or its terms were not accepted; the sentence names the command that helps.
    UsageProblem
        A device was named that is not here.
    """
    require_libraries()
    device = find_device(settings.device)
    own = settings.controlnet_folder
    uses_face = settings.mode.uses_controlnet and has_face
    skipped = [FACE_CONTROL] if own is not None or not uses_face else []
    require_models(settings.mode, store, without=skipped)
    second = second_of(settings, has_face=has_face)
    used = [BASE]
    controlnets: list[Path] = []
    if uses_face:
        controlnets.append(_own_controlnet(own) if own is not None else store.path_of(FACE_CONTROL))
        used.append(FACE_CONTROL)
    if second is not SecondControl.NONE:
        controlnets.append(store.path_of(second.model_id))
        used.append(second.model_id)
    is_ip, is_fast = settings.mode is Mode.CONTROLNET_IP, settings.mode is Mode.CONTROLNET_FAST
    used += [IP_ADAPTER] * is_ip + [LCM] * is_fast
    plan = LoadPlan(
        base=store.path_of(BASE),
        controlnets=tuple(controlnets),
        ip_adapter=store.path_of(IP_ADAPTER) if is_ip else None,
        lora=store.file_of(LCM) if is_fast else None,
        device=device.kind.value,
        is_fast=is_fast,
        full_precision_vae=settings.full_precision_vae,
        compile_networks=settings.compile_networks and device.kind is DeviceKind.CUDA,
        weights_mib=sum(store.manifest.entry(name).memory_mib for name in used),
        models=tuple(name for name in used if name != FACE_CONTROL or own is None),
        has_own_controlnet=uses_face and own is not None,
    )
    return plan, device


def second_of(settings: DiffusionSettings, *, has_face: bool) -> SecondControl:
    """Return the second control that will be used: a relief can only be drawn where there are landmarks."""
    needs_face = settings.second_control is SecondControl.DEPTH
    return SecondControl.NONE if needs_face and not has_face else settings.second_control


def require_memory(plan: LoadPlan) -> None:
    """Raise `GenerationOutOfMemory` if the processor's memory cannot hold what a plan loads.

    Graphics cards are not asked: what does not fit there is moved in and out by parts. Where the system does not say
    how much memory is free, nothing is raised.
    """
    free_mib = _free_memory_mib()
    # In 32 bit every weight takes twice the room.
    needed_mib = 2 * plan.weights_mib + _WORKING_MIB
    if plan.device == DeviceKind.CPU.value and free_mib is not None and free_mib < needed_mib:
        raise GenerationOutOfMemory(
            f"The photorealistic picture needs about {needed_mib / 1024:.0f} GiB of memory and "
            f"{free_mib / 1024:.1f} GiB are free; close other programs, or use the mode tps."
        )


def describe_models(store: ModelStore, plan: LoadPlan) -> dict[str, str]:
    """Return id and SHA-256 of the weights of every model used, for the provenance of a picture; own ones as "own"."""
    described: dict[str, str] = {}
    for name in plan.models:
        weights = [file for file in store.manifest.entry(name).files if file.path.suffix not in {".json", ".txt"}]
        hashes = store.status(name).hashes
        described[name] = ",".join(hashes.get(str(file.path), "") for file in weights)
    return described | ({FACE_CONTROL: "own"} if plan.has_own_controlnet else {})


def _free_memory_mib() -> float | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    found = next((line.split()[1] for line in lines if line.startswith("MemAvailable:")), None)
    return None if found is None else int(found) / 1024


def _own_controlnet(folder: Path) -> Path:
    weights = [folder / f"diffusion_pytorch_model{variant}.safetensors" for variant in ("", ".fp16")]
    if not (folder / "config.json").is_file() or not any(path.is_file() for path in weights):
        raise ModelMissing(
            f"{folder} holds no ControlNet in diffusers' layout (config.json and diffusion_pytorch_model.safetensors)."
        )
    return folder
