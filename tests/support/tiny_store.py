"""A store full of tiny models, built in the child process, so that the tests' own process never loads torch."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.support.model_shelf import make_manifest, model_table

from landmarkdiff.diffusion.messages import Workbench
from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.weights.store import ModelStore

GENERATIVE = ("img2img", "controlnet", "controlnet_ip", "controlnet_fast")
_MODES = {
    "stable-diffusion": GENERATIVE,
    "controlnet-face": GENERATIVE[1:],
    "controlnet-canny": (),
    "controlnet-tile": (),
    "controlnet-depth": (),
    "ip-adapter-face": ("controlnet_ip",),
    "lcm-lora": ("controlnet_fast",),
}


@dataclass(frozen=True)
class SaveTinyModels:
    """Save the tiny models under a folder."""

    folder: Path

    def perform(self, bench: Workbench) -> None:
        from tests.support.tiny_diffusion import save_all

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            save_all(self.folder)


def make_tiny_store(
    folder: Path, process: DiffusionProcess, *, recogniser: Callable[[Path], None] | None = None
) -> ModelStore:
    """Return a store with every generative model in it, checked and accepted.

    `recogniser` saves a face recognition network to a path; without it the store knows of none.
    """
    shelf = folder / "models"
    process.run(SaveTinyModels(shelf))
    tables = []
    for name, modes in _MODES.items():
        files = {str(path.relative_to(shelf / name)): b"" for path in (shelf / name).rglob("*") if path.is_file()}
        licence = "research" if name == "stable-diffusion" else "free"
        tables.append(model_table(name, files, pinned=False, modes=modes, licence=licence))
    if recogniser is not None:
        recogniser(shelf / "auraface" / "net.onnx")
        tables += [model_table(name, {"net.onnx": b""}, pinned=False, modes=()) for name in ("auraface", "arcface")]
    store = ModelStore(shelf, make_manifest(folder / "manifest", *tables))
    store.accept_licence("stable-diffusion")
    for name in store.manifest.models:
        store.verify(name)
    return store
