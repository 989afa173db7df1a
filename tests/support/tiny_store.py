"""A store full of tiny models, built in the child process, so that the tests' own process never loads torch."""

from __future__ import annotations

import warnings
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


def make_tiny_store(folder: Path, process: DiffusionProcess) -> ModelStore:
    """Return a store with every generative model in it, checked and accepted."""
    shelf = folder / "models"
    process.run(SaveTinyModels(shelf))
    tables = []
    for name, modes in _MODES.items():
        files = {str(path.relative_to(shelf / name)): b"" for path in (shelf / name).rglob("*") if path.is_file()}
        licence = "research" if name == "stable-diffusion" else "free"
        tables.append(model_table(name, files, pinned=False, modes=modes, licence=licence))
    store = ModelStore(shelf, make_manifest(folder / "manifest", *tables))
    store.accept_licence("stable-diffusion")
    for name in _MODES:
        store.verify(name)
    return store
