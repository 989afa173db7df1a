"""Identity is computed, or it says that it was not; it never passes by default."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from skimage.data import astronaut
from tests.support.faces import make_face
from tests.support.model_shelf import make_manifest, model_table, put_files

from landmarkdiff.photo.photo import Photo
from landmarkdiff.postprocess import identity as identity_module
from landmarkdiff.postprocess.identity import THRESHOLD, FaceRecogniser, IdentityCheck, check_identity
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


def is_open(check: IdentityCheck) -> bool:
    return (check.checked, check.similarity, check.passed) == (False, None, None) and "Not checked" in check.note


def test_without_a_model_it_is_not_checked(store: ModelStore) -> None:
    check = check_identity(store, PHOTO, FACE, PHOTO, FACE)

    assert is_open(check)
    assert json.dumps(check.as_json()) == '{"checked": false, "similarity": null, "passed": null, "model": null}'


def test_store_that_knows_no_such_model_is_not_checked(tmp_path: Path) -> None:
    other = ModelStore(tmp_path, make_manifest(tmp_path / "m", model_table("other", {"a.onnx": b""})))

    assert is_open(check_identity(other, PHOTO, FACE, PHOTO, FACE))


@pytest.mark.parametrize(("before", "after"), [(None, FACE), (FACE, None)], ids=["before", "after"])
def test_contour_views_are_not_checked(store: ModelStore, before: object, after: object) -> None:
    assert is_open(check_identity(store, PHOTO, before, PHOTO, after))


def test_damaged_file_is_not_checked(store: ModelStore) -> None:
    put_files(store.folder / "auraface", {"net.onnx": b"rubbish"})
    store.verify("auraface")

    check = check_identity(store, PHOTO, FACE, PHOTO, FACE)

    assert is_open(check)
    assert check.model == "auraface"


@needs_library
def test_same_photo_is_the_same_person(store: ModelStore) -> None:
    install(store, "auraface")

    check = check_identity(store, PHOTO, FACE, PHOTO, FACE)

    assert check.checked
    assert check.passed is True
    assert check.similarity == pytest.approx(1.0, abs=1e-6)
    assert "not been calibrated" in check.note


@needs_library
def test_something_else_does_not_pass(store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    install(store, "arcface")
    monkeypatch.setattr(identity_module, "THRESHOLD", 0.999)

    check = check_identity(store, PHOTO, FACE, NOISE, FACE)

    assert (check.checked, check.passed, check.model, check.note) == (True, False, "arcface", "")
    assert check.similarity is not None
    assert check.similarity < 0.999


@needs_library
def test_comparison_does_not_depend_on_where_the_face_is(store: ModelStore) -> None:
    install(store, "auraface")
    recogniser = FaceRecogniser(store.file_of("auraface"), "auraface")
    moved = Photo(np.roll(PHOTO.pixels, (40, 60), axis=(0, 1)))

    check = recogniser.compare(PHOTO, FACE, moved, make_face(centre_px=(284, 160)))

    assert check.similarity == pytest.approx(1.0, abs=1e-4)


@needs_library
@pytest.mark.parametrize("how", [{"size_px": 128}, {"is_mute": True}], ids=["other-size", "no-answer"])
def test_unsuitable_network_is_not_checked(store: ModelStore, how: dict[str, object]) -> None:
    install(store, "auraface", **how)

    assert is_open(check_identity(store, PHOTO, FACE, PHOTO, FACE))


@needs_library
def test_commercial_model_comes_first(store: ModelStore) -> None:
    install(store, "arcface")
    install(store, "auraface")

    assert check_identity(store, PHOTO, FACE, PHOTO, FACE).model == "auraface"


def test_missing_library_is_not_checked(store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    put_files(store.folder / "auraface", {"net.onnx": b"net"})
    store.verify("auraface")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)

    check = check_identity(store, PHOTO, FACE, PHOTO, FACE)

    assert is_open(check)
    assert "identity" in check.note


def test_threshold_is_the_published_one() -> None:
    assert THRESHOLD == 0.6
