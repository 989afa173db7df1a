"""Every dial of the photorealistic modes in one value, checked once, before anything slow starts."""

from __future__ import annotations

import dataclasses
import math
import operator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from landmarkdiff.diffusion.device import DeviceKind
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.errors import UsageProblem

# More than this saturates the picture; it also bounds the sum over two ControlNets.
MAX_CONDITIONING_SCALE = 1.2
# Of a second control where nobody sets it; the contours then have the rest.
SECOND_SCALE = 0.5
WORK_SIZES_PX = (512, 768)
# The smallest picture the networks accept (their deepest layer then has one cell); for tests and trial runs.
MIN_WORK_PX = 64
_SEED_SPAN = 2**63
_ROUNDING = 1e-6


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
    """An optional second ControlNet that says where the nose is.

    CANNY and TILE see the warped photo, its edges or the picture itself; DEPTH the relief of the planned face.
    """

    NONE = "none"
    CANNY = "canny"
    TILE = "tile"
    DEPTH = "depth"

    @property
    def model_id(self) -> str:
        return f"controlnet-{self.value}"


class Restoration(Enum):
    """The network that restores detail of the generated face."""

    NONE = "none"
    AUTO = "auto"
    GFPGAN = "gfpgan"
    CODEFORMER = "codeformer"


def parse_seed(seed: int) -> int:
    """Return any whole number as a seed that every generator takes, 0..2**63 - 1; most are left as they are.

    Raises
    ------
    UsageProblem
        It is no whole number.
    """
    try:
        return operator.index(seed) % _SEED_SPAN
    except TypeError:
        raise UsageProblem(f"seed must be a whole number, not {seed!r}.") from None


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
    pyramid_blend : bool
        Cross light and colour over broadly and texture sharply at the border of the mask, instead of both alike.
    check_identity : bool
        Compare with the photo by a face recognition network.
    """

    restoration: Restoration = Restoration.AUTO
    fidelity: float = 0.7
    enhance_background: bool = True
    match_tone: bool = True
    sharpen: float = 0.25
    pyramid_blend: bool = True
    check_identity: bool = True

    def __post_init__(self) -> None:
        _check("fidelity", self.fidelity, 0.0, 1.0)
        _check("sharpen", self.sharpen, 0.0, 1.0)

    @classmethod
    def nothing(cls) -> PostprocessSettings:
        """Return the settings with every step left out."""
        return cls(
            Restoration.NONE,
            enhance_background=False,
            match_tone=False,
            sharpen=0.0,
            pyramid_blend=False,
            check_identity=False,
        )


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
    conditioning_scale, second_scale : float, optional
        How firmly the contours and the second control hold, 0..1.2 each and together; None takes 1 for the contours
        alone, 0.7 and 0.5 for both, or what the other leaves.
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
    conditioning_scale: float | None = None
    strength: float = 0.75
    seed: int | None = None
    work_size_px: int = 512
    ip_adapter_scale: float = 0.6
    control_image: ControlImage = ControlImage.CONTOURS
    second_control: SecondControl = SecondControl.NONE
    second_scale: float | None = None
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
        for name in ("guidance_scale", "strength"):
            dial: Dial = getattr(dials, name)
            _check(name, getattr(self, name), dial.low, dial.high)
        _check("ip_adapter_scale", self.ip_adapter_scale, 0.0, 1.0)
        self._settle_control_scales(dials.conditioning_scale.default)
        if (
            not isinstance(self.work_size_px, int)
            or self.work_size_px % 64
            or not MIN_WORK_PX <= self.work_size_px <= max(WORK_SIZES_PX)
        ):
            raise UsageProblem(f"work_size_px must be a multiple of 64 from {MIN_WORK_PX} to {max(WORK_SIZES_PX)}.")
        if self.seed is not None:
            object.__setattr__(self, "seed", parse_seed(self.seed))

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
    def control_scales(self) -> tuple[float, float]:
        """How firmly the contours and the second control hold; 0 for a second control that there is not."""
        assert self.conditioning_scale is not None
        assert self.second_scale is not None
        return float(self.conditioning_scale), float(self.second_scale)

    @property
    def denoising_steps(self) -> int:
        """Steps that are really computed: the last `strength` of all; 0 leaves the warped photo as it is."""
        return min(int(self.step_count * self.strength), self.step_count)

    def with_seed(self, seed: int) -> DiffusionSettings:
        """Return the same settings with a seed."""
        return dataclasses.replace(self, seed=seed)

    def _settle_control_scales(self, alone: float) -> None:
        """Check both scales and fill in those that were left open."""
        for name in ("conditioning_scale", "second_scale"):
            if getattr(self, name) is not None:
                _check(name, getattr(self, name), 0.0, MAX_CONDITIONING_SCALE)
        first, second = self.conditioning_scale, self.second_scale
        if self.second_control is SecondControl.NONE:
            if second:
                raise UsageProblem("second_scale belongs to a second control, and none is chosen.")
            first, second = alone if first is None else first, 0.0
        elif not self.mode.uses_controlnet:
            raise UsageProblem(f"A second control needs a ControlNet mode, not {self.mode.value}.")
        elif second is None:
            second = SECOND_SCALE if first is None else min(SECOND_SCALE, _left_by(first))
        first = min(alone, _left_by(second)) if first is None else first
        if first + second > MAX_CONDITIONING_SCALE + _ROUNDING:
            raise UsageProblem(
                f"The scales of the two controls add up to {first + second:.2f}; "
                f"keep the sum at or under {MAX_CONDITIONING_SCALE}."
            )
        object.__setattr__(self, "conditioning_scale", first)
        object.__setattr__(self, "second_scale", second)


def _left_by(scale: float) -> float:
    return round(MAX_CONDITIONING_SCALE - scale, 6)


def _check(name: str, value: float, low: float, high: float) -> None:
    if not isinstance(value, (int, float)) or not math.isfinite(value) or not low <= value <= high:
        raise UsageProblem(f"{name} must be from {low:g} to {high:g}, not {value}.")
