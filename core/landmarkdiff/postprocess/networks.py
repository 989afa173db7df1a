"""Loads restoration networks through spandrel without torchvision; runs in the child only.

Weights are read as tensors and nothing else: a pickle that holds more is refused.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import sys
import types
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from landmarkdiff.errors import ModelDamaged, ModelMissing

_STAND_INS = ("torchvision", "torchvision.transforms", "torchvision.transforms.functional")


def load_network(path: Path, device: str) -> Any:
    """Return spandrel's description of the network in a file, on a device and ready to be called.

    Raises
    ------
    ModelMissing
        spandrel, or the package with CodeFormer's network, is not installed.
    ModelDamaged
        The file holds no weights of a network that is known here.
    """
    import torch

    with _without_torchvision():
        try:
            import spandrel
        except ImportError as error:
            raise ModelMissing(
                "Face restoration needs spandrel; install the program with its extra `restore`."
            ) from error
        with contextlib.suppress(ImportError):
            importlib.import_module("spandrel_extra_arches").install(ignore_duplicates=True)
    loader = spandrel.ModelLoader(device=torch.device(device))
    try:
        tensors = _read_tensors(path)
        return loader.load_from_state_dict(spandrel.canonicalize_state_dict(tensors)).eval()
    except spandrel.UnsupportedModelError as error:
        raise ModelMissing(
            f"The network of {path.name} is not known here; CodeFormer needs the package spandrel-extra-arches, "
            "whose licences forbid commercial use."
        ) from error
    except (OSError, RuntimeError, ValueError, KeyError, EOFError) as error:
        raise ModelDamaged(f"{path.name} cannot be read as weights; remove the model and install it again.") from error


def _read_tensors(path: Path) -> dict[str, Any]:
    if path.suffix == ".safetensors":
        from safetensors.torch import load_file

        return dict(load_file(path))
    import pickle

    import torch

    try:
        loaded: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise ModelDamaged(f"{path.name} holds more than weights and was not opened.") from error
    return loaded


@contextlib.contextmanager
def _without_torchvision() -> Iterator[None]:
    """Put stand-ins for three torchvision modules in place while spandrel is imported.

    WORKAROUND https://github.com/chaiNNer-org/spandrel: it imports torchvision for one normalisation and one rotation,
    and the torchvision on the package index does not load beside a torch for the processor.
    """
    if "spandrel" in sys.modules or _has_torchvision():
        yield
        return
    modules = {name: types.ModuleType(name) for name in _STAND_INS}
    functional = modules["torchvision.transforms.functional"]
    functional.__dict__.update(InterpolationMode=_InterpolationMode, normalize=_normalize, rotate=_rotate)
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name in _STAND_INS:
            sys.modules.pop(name, None)


def _has_torchvision() -> bool:
    return importlib.util.find_spec("torchvision") is not None


class _InterpolationMode(Enum):
    BILINEAR = "bilinear"


def _normalize(tensor: Any, mean: list[float], std: list[float], inplace: bool = False) -> Any:
    import torch

    centre = torch.tensor(mean, dtype=tensor.dtype, device=tensor.device)[:, None, None]
    spread = torch.tensor(std, dtype=tensor.dtype, device=tensor.device)[:, None, None]
    return tensor.sub_(centre).div_(spread) if inplace else (tensor - centre) / spread


def _rotate(*_: object, **__: object) -> Any:
    # Only one inpainting network of spandrel asks for it, and the program loads none of that kind.
    raise ModelMissing("This network needs torchvision, which is not installed.")
