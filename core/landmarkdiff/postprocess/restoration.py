"""Tasks for the child: restoring a face with CodeFormer or GFPGAN, and sharpening what lies around it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.messages import Workbench
from landmarkdiff.errors import ModelDamaged
from landmarkdiff.postprocess.alignment import FFHQ_TEMPLATE_512, Points, similarity
from landmarkdiff.postprocess.effect import Float32

FACE_PX = 512
# Tiles bound the memory of the x4 network; the margin hides their seams.
_TILE_PX, _TILE_MARGIN_PX = 400, 10
_FEATHER_SHARE = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class RestoreTask:
    """Restore the face in a picture.

    Parameters
    ----------
    weights : Path
        File with the network.
    device : str
        torch's name of the device.
    picture_rgb : float32 (height, width, 3)
        0..255.
    five_points_px : float64 (5, 2)
        Pupils, nose tip and mouth corners in the picture.
    fidelity : float
        CodeFormer's weight, 0..1; other networks have no such dial.
    """

    weights: Path
    device: str
    picture_rgb: Float32
    five_points_px: Points
    fidelity: float

    def perform(self, bench: Workbench) -> Float32:
        """Return the picture with the face restored, float32, 0..255."""
        import torch

        bench.report("Restoring the face", 0.97)
        network = _network(bench, self.weights, self.device)
        matrix = similarity(self.five_points_px, FFHQ_TEMPLATE_512)
        face = cv2.warpAffine(
            self.picture_rgb, matrix, (FACE_PX, FACE_PX), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101
        )
        given = torch.from_numpy(np.asarray(face, dtype=np.float32)).permute(2, 0, 1)[None].clamp(0, 255).contiguous()
        # GFPGAN adds noise of its own; a fixed seed keeps the result the same every time.
        with torch.inference_mode(), torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)
            scaled = (given / 127.5 - 1).to(self.device)
            dial = {"weight": self.fidelity} if network.architecture.id == "CodeFormer" else {}
            restored = network.model(scaled, **dial)[0]
        _require_finite(restored, self.weights)
        square = (restored[0].float().clamp(-1, 1).permute(1, 2, 0).cpu().numpy() + 1) * 127.5
        return _paste(self.picture_rgb, np.asarray(square, dtype=np.float32), matrix)


@dataclass(frozen=True, slots=True, eq=False)
class BackgroundTask:
    """Sharpen a region of a picture by enlarging it four times and making it small again.

    Parameters
    ----------
    region : float32 (height, width)
        0..1, how far each pixel may change.
    """

    weights: Path
    device: str
    picture_rgb: Float32
    region: Float32

    def perform(self, bench: Workbench) -> Float32:
        """Return the picture with the region sharpened, float32, 0..255."""
        bench.report("Sharpening around the face", 0.98)
        rows, columns = (np.flatnonzero(self.region.any(axis=axis)) for axis in (1, 0))
        if not rows.size:
            return self.picture_rgb
        network = _network(bench, self.weights, self.device)
        box = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
        result = self.picture_rgb.copy()
        for tile, padded in _tiles(*box, *self.picture_rgb.shape[:2]):
            bench.raise_if_cancelled()
            if not self.region[tile].any():
                continue
            sharper = _enlarge(network, self.picture_rgb[padded], self.device, self.weights)
            top, left = tile[0].start - padded[0].start, tile[1].start - padded[1].start
            inner = sharper[top : top + tile[0].stop - tile[0].start, left : left + tile[1].stop - tile[1].start]
            weight = self.region[tile][..., None]
            result[tile] = self.picture_rgb[tile] * (1 - weight) + inner * weight
        return result


def _network(bench: Workbench, weights: Path, device: str) -> Any:
    from landmarkdiff.postprocess.networks import load_network

    key = f"network {weights}"
    if key not in bench.cache:
        bench.cache[key] = load_network(weights, device)
    return bench.cache[key]


def _require_finite(values: Any, weights: Path) -> Any:
    import torch

    if not bool(torch.isfinite(values).all()):
        raise ModelDamaged(f"The network {weights.name} gave no usable picture; verify its file.")
    return values


def _paste(picture: Float32, square: Float32, matrix: Points) -> Float32:
    height, width = picture.shape[:2]
    edge = round(FACE_PX * _FEATHER_SHARE)
    weight = np.zeros((FACE_PX, FACE_PX), dtype=np.float32)
    weight[edge:-edge, edge:-edge] = 1
    weight = np.asarray(cv2.GaussianBlur(weight, (0, 0), edge / 3), dtype=np.float32)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    back = cv2.warpAffine(square, matrix, (width, height), flags=how, borderMode=cv2.BORDER_REPLICATE)
    share = cv2.warpAffine(weight, matrix, (width, height), flags=how, borderMode=cv2.BORDER_CONSTANT)
    blend = np.asarray(share, dtype=np.float32)[..., None]
    return np.asarray(picture * (1 - blend) + np.asarray(back, dtype=np.float32) * blend, dtype=np.float32)


def _tiles(
    rows: slice, columns: slice, height: int, width: int
) -> list[tuple[tuple[slice, slice], tuple[slice, slice]]]:
    tiles = []
    for top in range(rows.start, rows.stop, _TILE_PX):
        for left in range(columns.start, columns.stop, _TILE_PX):
            own = slice(top, min(top + _TILE_PX, rows.stop)), slice(left, min(left + _TILE_PX, columns.stop))
            padded = tuple(
                slice(max(0, part.start - _TILE_MARGIN_PX), min(limit, part.stop + _TILE_MARGIN_PX))
                for part, limit in zip(own, (height, width), strict=True)
            )
            tiles.append((own, (padded[0], padded[1])))
    return tiles


def _enlarge(network: Any, picture: npt.NDArray[np.float32], device: str, weights: Path) -> Float32:
    import torch

    given = torch.from_numpy(picture.copy()).permute(2, 0, 1)[None].clamp(0, 255).contiguous() / 255
    with torch.inference_mode():
        large = (
            _require_finite(network(given.to(device)), weights)[0].float().clamp(0, 1).permute(1, 2, 0).cpu().numpy()
        )
    size = (picture.shape[1], picture.shape[0])
    # Lanczos alone would alias at a factor of four.
    small = cv2.resize(np.asarray(large * 255, dtype=np.float32), size, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.float32)
