"""The modes that users know by name, what each one needs, and which one `auto` stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from landmarkdiff.diffusion.device import DeviceKind, find_device
from landmarkdiff.errors import ModelMissing, UsageProblem
from landmarkdiff.weights.store import ModelStore


class Mode(Enum):
    """How a prediction is made."""

    AUTO = "auto"
    TPS = "tps"
    IMG2IMG = "img2img"
    CONTROLNET = "controlnet"
    CONTROLNET_IP = "controlnet_ip"
    CONTROLNET_FAST = "controlnet_fast"

    @property
    def is_generative(self) -> bool:
        """Whether the mode needs Stable Diffusion."""
        return self not in (Mode.AUTO, Mode.TPS)

    @property
    def uses_controlnet(self) -> bool:
        return self in (Mode.CONTROLNET, Mode.CONTROLNET_IP, Mode.CONTROLNET_FAST)


# Best first: identity is held best with the patient's own face as a second prompt.
_PREFERENCE = (Mode.CONTROLNET_IP, Mode.CONTROLNET, Mode.CONTROLNET_FAST, Mode.IMG2IMG)
# Without a graphics processor minutes count more than the last of the likeness.
_QUICK_FIRST = (Mode.CONTROLNET_FAST, Mode.CONTROLNET_IP, Mode.CONTROLNET, Mode.IMG2IMG)


@dataclass(frozen=True, slots=True)
class ModeChoice:
    """The mode that will run; `warning` says why it is not a photorealistic one, "" where nothing needs saying."""

    mode: Mode
    warning: str = ""


def parse_mode(name: str) -> Mode:
    """Return the mode of that name.

    Raises
    ------
    UsageProblem
        There is no such mode.
    """
    try:
        return Mode(name)
    except ValueError:
        known = ", ".join(mode.value for mode in Mode)
        raise UsageProblem(f"There is no mode called {name!r}; the modes are {known}.") from None


def choose_mode(wanted: Mode, store: ModelStore) -> ModeChoice:
    """Return what `auto` stands for on this workstation; any other mode is returned as it is.

    `auto` takes the best mode whose models are installed if there is a graphics processor, and `tps` otherwise.
    """
    if wanted is not Mode.AUTO:
        return ModeChoice(wanted)
    device = find_device(DeviceKind.AUTO)
    if device.kind is DeviceKind.CPU:
        return ModeChoice(Mode.TPS, f"The result is the geometric preview (tps): {device.reason}.")
    best = best_mode(store, device.kind)
    if best is not None:
        return ModeChoice(best)
    lacking = ", ".join(missing_models(Mode.IMG2IMG, store))
    return ModeChoice(
        Mode.TPS,
        f"The result is the geometric preview (tps): the models of the photorealistic modes are not ready ({lacking}); "
        "`landmarkdiff models install --mode controlnet` fetches them.",
    )


def best_mode(store: ModelStore, device: DeviceKind) -> Mode | None:
    """Return the mode to take on a kind of processor among those whose models may be used, None where there is none."""
    order = _QUICK_FIRST if device is DeviceKind.CPU else _PREFERENCE
    return next((mode for mode in order if not missing_models(mode, store)), None)


def missing_models(mode: Mode, store: ModelStore, *, without: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the ids of the models that a mode needs and that may not be used yet, those in `without` left out."""
    skipped = set(without)
    needed = [entry.id for entry in store.manifest.needed_by(mode.value) if entry.id not in skipped]
    return tuple(name for name in needed if not store.status(name).is_ready)


def require_models(mode: Mode, store: ModelStore, *, without: Iterable[str] = ()) -> None:
    """Raise `ModelMissing` naming everything that a mode lacks.

    Raises
    ------
    ModelMissing
        One or more models are not installed, not checked, damaged or not accepted.
    """
    lacking = missing_models(mode, store, without=without)
    if not lacking:
        return
    absent = [name for name in lacking if not store.status(name).state.is_usable]
    if len(lacking) == 1 or not absent:
        store.path_of(lacking[0])
    raise ModelMissing(
        f"The mode {mode.value} needs {', '.join(lacking)}; "
        f"`landmarkdiff models install --mode {mode.value}` fetches what is missing."
    )
