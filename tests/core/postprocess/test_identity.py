"""Identity is computed, or it says that it was not; it never passes by default."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
import pytest
from skimage.data import astronaut
from tests.support.child_tasks import Dying
from tests.support.faces import make_face
from tests.support.model_shelf import make_manifest, model_table, put_files

from landmarkdiff.diffusion.messages import Task
from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.errors import Cancelled
from landmarkdiff.photo.photo import Photo
from landmarkdiff.postprocess import identity as identity_module
from landmarkdiff.postprocess.identity import THRESHOLD, IdentityCheck, aligned_face, check_identity
from landmarkdiff.weights.store import ModelStore

PHOTO = Photo(astronaut())
FACE = make_face()
NOISE = Photo(np.random.default_rng(0).integers(0, 256, PHOTO.pixels.shape, dtype=np.uint8))

needs_library = pytest.mark.skipif(
    find_spec("insightface") is None or find_spec("onnx") is None, reason="insightface is not installed"
)


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    tables = [model_table(name, {"net.onnx": b""}, pinned=False, licence=licence) for name, licence in LICENCES]
    return ModelStore(tmp_path / "store", make_manifest(tmp_path / "manifest", *tables))


LICENCES = (("auraface", "free"), ("arcface", "research"))


def install(store: ModelStore, name: str, **how: object) -> None:
    from tests.support.tiny_networks import save_arcface

    save_arcface(store.folder / name / "net.onnx", **how)
    store.verify(name)
    store.accept_licence(name)


def run_here(task: Task[float]) -> float:
    """Do the child's work in this process."""
    return task.perform(Silent())


class Silent:
    """A workbench that tells nobody."""

    def __init__(self) -> None:
        self.cache: dict[str, object] = {}

    def report(self, stage: str, fraction: float, seconds_left: float | None = None) -> None:
        pass

    def preview(self, images_rgb: np.ndarray) -> None:
        pass

    def raise_if_cancelled(self) -> None:
        pass


def check(store: ModelStore, after: Photo = PHOTO, run: Callable[[Task[float]], float] = run_here) -> IdentityCheck:
    return check_identity(store, PHOTO, FACE, after, FACE, run)


def is_open(check: IdentityCheck) -> bool:
    return (check.checked, check.similarity, check.passed) == (False, None, None) and "Not checked" in check.note


def test_without_a_model_it_is_not_checked(store: ModelStore) -> None:
    answer = check(store)

    assert is_open(answer)
    assert json.dumps(answer.as_json()) == '{"checked": false, "similarity": null, "passed": null, "model": null}'


def test_store_that_knows_no_such_model_is_not_checked(tmp_path: Path) -> None:
    other = ModelStore(tmp_path, make_manifest(tmp_path / "m", model_table("other", {"a.onnx": b""})))

    assert is_open(check(other))


@pytest.mark.parametrize(("before", "after"), [(None, FACE), (FACE, None)], ids=["before", "after"])
def test_contour_views_are_not_checked(store: ModelStore, before: object, after: object) -> None:
    assert is_open(check_identity(store, PHOTO, before, PHOTO, after, run_here))


def test_damaged_file_is_not_checked(store: ModelStore) -> None:
    put_files(store.folder / "auraface", {"net.onnx": b"rubbish"})
    store.verify("auraface")

    answer = check(store)

    assert is_open(answer)
    assert answer.model == "auraface"


@needs_library
def test_same_photo_is_the_same_person(store: ModelStore) -> None:
    install(store, "auraface")

    answer = check(store)

    assert answer.checked
    assert answer.passed is True
    assert answer.similarity == pytest.approx(1.0, abs=1e-6)
    assert "not been calibrated" in answer.note


@needs_library
def test_something_else_does_not_pass(store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    install(store, "arcface")
    monkeypatch.setattr(identity_module, "THRESHOLD", 0.999)

    answer = check(store, NOISE)

    assert (answer.checked, answer.passed, answer.model, answer.note) == (True, False, "arcface", "")
    assert answer.similarity is not None
    assert answer.similarity < 0.999


@needs_library
def test_comparison_does_not_depend_on_where_the_face_is(store: ModelStore) -> None:
    install(store, "auraface")
    moved = Photo(np.roll(PHOTO.pixels, (40, 60), axis=(0, 1)))

    answer = check_identity(store, PHOTO, FACE, moved, make_face(centre_px=(284, 160)), run_here)

    assert answer.similarity == pytest.approx(1.0, abs=1e-4)


@needs_library
@pytest.mark.parametrize("how", [{"size_px": 128}, {"is_mute": True}], ids=["other-size", "no-answer"])
def test_unsuitable_network_is_not_checked(store: ModelStore, how: dict[str, object]) -> None:
    install(store, "auraface", **how)

    assert is_open(check(store))


@needs_library
def test_commercial_model_comes_first(store: ModelStore) -> None:
    install(store, "arcface")
    install(store, "auraface")

    assert check(store).model == "auraface"


def test_missing_library_is_not_checked(store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    put_files(store.folder / "auraface", {"net.onnx": b"net"})
    store.verify("auraface")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)

    answer = check(store)

    assert is_open(answer)
    assert "identity" in answer.note


@needs_library
def test_network_is_loaded_by_the_child_and_never_here(
    store: ModelStore, warm_process: DiffusionProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window's process would stand still for seconds while the network is read."""
    install(store, "auraface")
    for name in ("onnx", "onnxruntime", "insightface"):
        monkeypatch.setitem(sys.modules, name, None)

    answers = [check(store, run=warm_process.run) for _ in range(2)]

    assert [answer.passed for answer in answers] == [True, True]


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_child_that_dies_leaves_it_open(store: ModelStore) -> None:
    put_files(store.folder / "auraface", {"net.onnx": b"net"})
    store.verify("auraface")

    with DiffusionProcess() as process:
        answer = check(store, run=lambda _: process.run(Dying("SIGSEGV")))

    assert is_open(answer)
    assert "crashed" in answer.note


def test_cancel_is_no_answer(store: ModelStore) -> None:
    put_files(store.folder / "auraface", {"net.onnx": b"net"})
    store.verify("auraface")

    def stop(_: Task[float]) -> float:
        raise Cancelled("The work was stopped on request; nothing was changed.")

    with pytest.raises(Cancelled):
        check(store, run=stop)


@pytest.mark.parametrize("times", [3, 9])
def test_fine_grain_of_a_large_photo_does_not_reach_the_network(times: int) -> None:
    large = cv2.resize(PHOTO.pixels, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC)
    grain = np.where(np.indices(large.shape[:2]).sum(axis=0) % 2 == 0, 20, -20)[..., None]
    face = make_face(width_px=512 * times, height_px=512 * times)
    scaled = dataclasses.replace(
        face, points_px=np.column_stack([(FACE.xy_px + 0.5) * times - 0.5, FACE.points_px[:, 2] * times])
    )

    plain, grainy = (
        aligned_face(Photo(np.clip(pixels, 0, 255).astype(np.uint8)), scaled).astype(int)
        for pixels in (large, large + grain)
    )

    # Seen through four pixels alone, grain of 20 levels would come through at 10 on average.
    assert np.abs(plain - grainy).mean() < 2.5
    # The same face in the same place; the small photo was enlarged, so edges are a little softer.
    assert np.abs(plain - aligned_face(PHOTO, FACE)).mean() < 5


def test_threshold_is_the_published_one() -> None:
    assert THRESHOLD == 0.6
