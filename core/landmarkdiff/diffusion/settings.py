"""Every dial of the photorealistic modes in one value, checked once, before anything slow starts."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from landmarkdiff.diffusion.device import DeviceKind
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.errors import UsageProblem

# More than this saturates the picture; it also bounds the sum over two ControlNets.
MAX_CONDITIONING_SCALE = 1.2
WORK_SIZES_PX = (512, 768)
# The smallest picture the networks accept (their deepest layer then has one cell); for tests and trial runs.
MIN_WORK_PX = 64
_SEED_SPAN = 2**63


@dataclass(frozen=True, slots=True)
class Dial:
    """What a dial may be set to, and what it is where nobody sets it."""

    low: float
    high: float
    default: float


@dataclass(frozen=True, slots=True)
class Dials:
    """The dials of one mode, each under its name in `DiffusionSettings`."""

    steps: Dial = Dial(10, 100, 30)
    guidance_scale: Dial = Dial(1.0, 20.0, 7.5)
    conditioning_scale: Dial = Dial(0.0, MAX_CONDITIONING_SCALE, 1.0)
    strength: Dial = Dial(0.0, 1.0, 0.75)

    @classmethod
    def of(cls, mode: Mode) -> Dials:
        """Return the dials of a mode; the fast one does with few steps and next to no guidance."""
        return cls(steps=Dial(4, 8, 6), guidance_scale=Dial(1.0, 2.0, 1.5)) if mode is Mode.CONTROLNET_FAST else cls()


class ControlImage(Enum):
    """What the face ControlNet is shown."""

    CONTOURS = "contours"
    TESSELLATION = "tessellation"


class SecondControl(Enum):
    """An optional second ControlNet that sees the warped photo, and with it the nose."""

    NONE = "none"
    CANNY = "canny"
    TILE = "tile"

    @property
    def model_id(self) -> str:
        return f"controlnet-{self.value}"


class Restoration(Enum):
    """The network that restores detail of the generated face."""

    NONE = "none"
    AUTO = "auto"
    GFPGAN = "gfpgan"
    CODEFORMER = "codeformer"


@dataclass(frozen=True, slots=True)
class PostprocessSettings:
    """The steps after generation, each of which can be left out.

    Parameters
    ----------
    restoration : Restoration
        AUTO takes CodeFormer where it may be used, else GFPGAN, else none, with a warning.
    fidelity : float
        CodeFormer's weight between its own idea (0) and the given face (1), 0..1.
    enhance_background : bool
        Real-ESRGAN on what lies inside the mask but not on the face.
    match_tone : bool
        Carry the photo's tone over in LAB.
    sharpen : float
        Amount of unsharp masking on L, 0..1; 0 leaves it out.
    check_identity : bool
        Compare with the photo by a face recognition network.
    """

    restoration: Restoration = Restoration.AUTO
    fidelity: float = 0.7
    enhance_background: bool = True
    match_tone: bool = True
    sharpen: float = 0.25
    check_identity: bool = True

    def __post_init__(self) -> None:
        _check("fidelity", self.fidelity, 0.0, 1.0)
        _check("sharpen", self.sharpen, 0.0, 1.0)

    @classmethod
    def nothing(cls) -> PostprocessSettings:
        """Return the settings with every step left out."""
        return cls(Restoration.NONE, 0.7, False, False, 0.0, False)


@dataclass(frozen=True, slots=True)
class DiffusionSettings:
    """How a photorealistic prediction is made.

    Parameters
    ----------
    mode : Mode
        One of the generative modes, not `auto` or `tps`.
    steps : int, optional
        Denoising steps, 10..100, or 4..8 in the fast mode; None takes 30, or 6.
    guidance_scale : float, optional
        How firmly the words are followed, 1..20, or 1..2 in the fast mode; None takes 7.5, or 1.5.
    conditioning_scale, second_scale : float
        How firmly the contours and the second control hold, 0..1.2 each and together.
    strength : float
        How much of the warped photo is redrawn, 0..1.
    seed : int, optional
        Any whole number; the same seed gives the same picture. None draws one, which the result names.
    work_size_px : int
        Side of the square the model paints, a multiple of 64.
    ip_adapter_scale : float
        How firmly the patient's own face is held in `controlnet_ip`, 0..1.
    keep_photo_texture : bool
        Take texture finer than the model can paint from the photo, where the model changed little.
    device : DeviceKind
        Where it runs.
    controlnet_folder : Path, optional
        A ControlNet of one's own instead of the installed one.
    """

    mode: Mode = Mode.CONTROLNET
    steps: int | None = None
    guidance_scale: float | None = None
    conditioning_scale: float = 1.0
    strength: float = 0.75
    seed: int | None = None
    work_size_px: int = 512
    ip_adapter_scale: float = 0.6
    control_image: ControlImage = ControlImage.CONTOURS
    second_control: SecondControl = SecondControl.NONE
    second_scale: float = 0.5
    keep_photo_texture: bool = True
    device: DeviceKind = DeviceKind.AUTO
    full_precision_vae: bool = False
    compile_networks: bool = False
    controlnet_folder: Path | None = None
    postprocess: PostprocessSettings = field(default_factory=PostprocessSettings)

    def __post_init__(self) -> None:
        if not self.mode.is_generative:
            raise UsageProblem(f"The mode {self.mode.value} does not use Stable Diffusion.")
        dials = Dials.of(self.mode)
        if self.steps is None:
            object.__setattr__(self, "steps", int(dials.steps.default))
        if self.guidance_scale is None:
            object.__setattr__(self, "guidance_scale", dials.guidance_scale.default)
        low, high = dials.steps.low, dials.steps.high
        if not isinstance(self.step_count, int) or not low <= self.step_count <= high:
            raise UsageProblem(f"steps must be a whole number from {low} to {high} in the mode {self.mode.value}.")
        for name in ("guidance_scale", "conditioning_scale", "strength"):
            dial: Dial = getattr(dials, name)
            _check(name, getattr(self, name), dial.low, dial.high)
        _check("ip_adapter_scale", self.ip_adapter_scale, 0.0, 1.0)
        self._check_second_control()
        if self.work_size_px % 64 or not MIN_WORK_PX <= self.work_size_px <= max(WORK_SIZES_PX):
            raise UsageProblem(f"work_size_px must be a multiple of 64 from {MIN_WORK_PX} to {max(WORK_SIZES_PX)}.")
        if self.seed is not None:
            object.__setattr__(self, "seed", int(self.seed) % _SEED_SPAN)

    @property
    def step_count(self) -> int:
        """Denoising steps asked for."""
        assert self.steps is not None
        return self.steps

    @property
    def guidance(self) -> float:
        """Guidance scale asked for."""
        assert self.guidance_scale is not None
        return float(self.guidance_scale)

    @property
    def denoising_steps(self) -> int:
        """Steps that are really computed: the last `strength` of all; 0 leaves the warped photo as it is."""
        return min(int(self.step_count * self.strength), self.step_count)

    def with_seed(self, seed: int) -> DiffusionSettings:
        """Return the same settings with a seed."""
        return dataclasses.replace(self, seed=seed)

    def _check_second_control(self) -> None:
        if self.second_control is SecondControl.NONE:
            return
        if not self.mode.uses_controlnet:
            raise UsageProblem(f"A second control needs a ControlNet mode, not {self.mode.value}.")
        _check("second_scale", self.second_scale, 0.0, MAX_CONDITIONING_SCALE)
        if self.conditioning_scale + self.second_scale > MAX_CONDITIONING_SCALE + 1e-9:
            raise UsageProblem(
                f"The scales of the two controls add up to {self.conditioning_scale + self.second_scale:.2f}; "
                f"keep the sum at or under {MAX_CONDITIONING_SCALE}."
            )


def _check(name: str, value: float, low: float, high: float) -> None:
    if not isinstance(value, (int, float)) or not math.isfinite(value) or not low <= value <= high:
        raise UsageProblem(f"{name} must be from {low:g} to {high:g}, not {value}.")
