"""Restoration and face recognition networks, random, in the formats in which the real ones are published."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from landmarkdiff.diffusion.messages import Workbench


@dataclass(frozen=True)
class SaveRealEsrgan:
    """Save a narrow Real-ESRGAN x4 as `RealESRGAN_x4plus.pth` is laid out."""

    path: Path
    is_broken: bool = False

    def perform(self, bench: Workbench) -> None:
        import torch

        torch.manual_seed(3)
        width, growth = 8, 32
        tensors: dict[str, Any] = {}

        def conv(name: str, out: int, given: int) -> None:
            tensors[f"{name}.weight"] = torch.randn(out, given, 3, 3) * 0.05
            tensors[f"{name}.bias"] = torch.zeros(out)

        conv("conv_first", width, 3)
        for dense in (1, 2, 3):
            for layer in range(1, 6):
                conv(f"body.0.rdb{dense}.conv{layer}", growth if layer < 5 else width, width + growth * (layer - 1))
        for name in ("conv_body", "conv_up1", "conv_up2", "conv_hr"):
            conv(name, width, width)
        conv("conv_last", 3, width)
        if self.is_broken:
            tensors["conv_last.bias"] += float("nan")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        torch.save({"params_ema": tensors}, self.path)


@dataclass(frozen=True)
class SaveGfpgan:
    """Save a GFPGAN of the one size that exists, random and in 16 bit, as `GFPGANv1.4.pth` is laid out."""

    path: Path

    def perform(self, bench: Workbench) -> None:
        import torch

        from landmarkdiff.postprocess.networks import _without_torchvision

        with _without_torchvision():
            from spandrel.architectures.GFPGAN import GFPGAN

        torch.manual_seed(3)
        with torch.device("meta"):
            shapes = GFPGAN(
                out_size=512,
                num_style_feat=512,
                channel_multiplier=2,
                decoder_load_path=None,
                fix_decoder=False,
                num_mlp=8,
                input_is_latent=True,
                different_w=True,
                narrow=1,
                sft_half=True,
            ).state_dict()
        tensors = {name: torch.randn(value.shape).half() * 0.02 for name, value in shapes.items()}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        torch.save({"params_ema": tensors}, self.path)


@dataclass(frozen=True)
class SaveTrap:
    """Save a pickle that would make a file if it were opened without care."""

    path: Path
    evidence: Path

    def perform(self, bench: Workbench) -> None:
        import torch

        self.path.parent.mkdir(parents=True, exist_ok=True)
        torch.save({"params_ema": _Trap(str(self.evidence))}, self.path)


class _Trap:
    def __init__(self, evidence: str) -> None:
        self.evidence = evidence

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (self.evidence,)


def save_arcface(path: Path, *, size_px: int = 112, is_mute: bool = False, ballast_mib: int = 0) -> None:
    """Save an ONNX network with ArcFace's interface: (n, 3, 112, 112) in, (n, 512) out.

    `ballast_mib` makes the file about that much larger, by two layers between which it is wide.
    """
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    rng = np.random.default_rng(11)
    scale = 0.0 if is_mute else 1.0
    cells = (size_px // 16) ** 2 * 4
    kernel = (rng.standard_normal((4, 3, 16, 16)) * 0.05 * scale).astype(np.float32)
    matrix = (rng.standard_normal((cells, 512)) * 0.05 * scale).astype(np.float32)
    nodes = [
        helper.make_node("Conv", ["data", "kernel"], ["patches"], kernel_shape=[16, 16], strides=[16, 16]),
        helper.make_node("Relu", ["patches"], ["lit"]),
        helper.make_node("Flatten", ["lit"], ["flat"]),
        helper.make_node("MatMul", ["flat", "matrix"], ["fc1"]),
    ]
    weights = [numpy_helper.from_array(kernel, "kernel"), numpy_helper.from_array(matrix, "matrix")]
    if ballast_mib:
        wide = ballast_mib * 2**20 // (2 * 4 * 512)
        nodes[-1].output[0] = "narrow"
        nodes.append(helper.make_node("MatMul", ["narrow", "widen"], ["wide"]))
        nodes.append(helper.make_node("MatMul", ["wide", "shrink"], ["fc1"]))
        for name, shape in (("widen", (512, wide)), ("shrink", (wide, 512))):
            weights.append(numpy_helper.from_array(rng.standard_normal(shape).astype(np.float32), name))
    graph = helper.make_graph(
        nodes,
        "arcface",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, ["n", 3, size_px, size_px])],
        [helper.make_tensor_value_info("fc1", TensorProto.FLOAT, ["n", 512])],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))
