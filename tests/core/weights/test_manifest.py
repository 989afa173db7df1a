"""The list of models: what it may hold, and what the program's own one does hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.model_shelf import make_manifest, model_table

from landmarkdiff.errors import Damaged, UsageProblem
from landmarkdiff.weights.manifest import Manifest, read_manifest


@pytest.fixture(scope="module")
def own_manifest() -> Manifest:
    return read_manifest()


def test_every_model_of_the_program_has_a_card_and_a_licence_address(own_manifest: Manifest) -> None:
    without = [e.id for e in own_manifest.models.values() if not e.card or not e.licence.url.startswith("https://")]

    assert without == []


def test_every_address_of_the_program_is_https(own_manifest: Manifest) -> None:
    addresses = [file.url for entry in own_manifest.models.values() for file in entry.files]

    assert [address for address in addresses if not address.startswith("https://")] == []


def test_what_is_not_for_commercial_use_needs_acceptance_and_has_an_alternative(own_manifest: Manifest) -> None:
    closed = {e.id for e in own_manifest.models.values() if not e.licence.allows_commercial_use}

    assert closed == {"codeformer", "arcface"}
    assert all(own_manifest.entry(name).licence.needs_acceptance for name in closed)
    assert all(own_manifest.entry(name).licence.allows_commercial_use for name in ("gfpgan", "auraface"))


def test_every_licence_of_the_program_is_accepted_before_use(own_manifest: Manifest) -> None:
    assert [e.id for e in own_manifest.models.values() if not e.licence.needs_acceptance] == []


def test_terms_that_are_not_here_are_described_with_the_place_where_that_was_read(own_manifest: Manifest) -> None:
    licences = {e.licence.id: e.licence for e in own_manifest.models.values()}
    absent = [licence for licence in licences.values() if not licence.text]

    assert {licence.id for licence in licences.values() if licence.text} == {"apache-2-0", "s-lab-1-0"}
    assert [licence.id for licence in absent if not licence.restrictions or not licence.known_from] == []


def test_clinical_restriction_of_the_picture_models_is_told(own_manifest: Manifest) -> None:
    """Whoever treats patients must see it before they accept."""
    licences = {own_manifest.entry(name).licence for name in ("stable-diffusion", "controlnet-face", "lcm-lora")}

    assert [e.id for e in licences if not any("medical advice" in sentence for sentence in e.restrictions)] == []


@pytest.mark.parametrize(
    ("mode", "models"),
    [
        ("img2img", ["stable-diffusion"]),
        ("controlnet", ["stable-diffusion", "controlnet-face"]),
        ("controlnet_ip", ["stable-diffusion", "controlnet-face", "ip-adapter-face"]),
        ("controlnet_fast", ["stable-diffusion", "controlnet-face", "lcm-lora"]),
        ("tps", []),
    ],
)
def test_each_mode_names_the_models_it_needs(own_manifest: Manifest, mode: str, models: list[str]) -> None:
    assert [entry.id for entry in own_manifest.needed_by(mode)] == models


def test_repository_files_are_addressed_at_the_pinned_revision(own_manifest: Manifest) -> None:
    weights = own_manifest.entry("controlnet-face").files[1]

    assert weights.url == (
        "https://huggingface.co/CrucibleAI/ControlNetMediaPipeFace/resolve/"
        "f6ed75cc495674bea8bf7409ef3d0e5bfb7d8c90/diffusion_sd15/diffusion_pytorch_model.fp16.safetensors"
    )


def test_unknown_model_is_told_with_the_known_ones(own_manifest: Manifest) -> None:
    with pytest.raises(UsageProblem, match="stable-diffusion"):
        own_manifest.entry("stable-diffusoin")


@pytest.mark.parametrize(
    "path", ["../x.onnx", "/etc/x.onnx", "a/../../x.onnx", "C:x.onnx", "a\\\\x.onnx", "x.pkl", "x.py", ""]
)
def test_unsafe_paths_and_kinds_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(Damaged):
        make_manifest(tmp_path, model_table("some", {path: b"1"}))


@pytest.mark.parametrize(
    "table",
    [
        model_table("Bad Id", {"a.onnx": b"1"}),
        model_table("some", {}),
        model_table("some", {"a.onnx": b"1"}) * 2,
        model_table("some", {"a.onnx": b"1"}, licence="unknown"),
        model_table("some", {"a.onnx": b"1"}, pinned=False, extra=', sha256 = "12"'),
        model_table("some", {"a.onnx": b"1"}).replace("files = [", 'files = [{ path = "a.onnx" }, '),
    ],
    ids=["id", "no-files", "twice", "licence", "hash", "same-file-twice"],
)
def test_broken_tables_are_refused(tmp_path: Path, table: str) -> None:
    with pytest.raises(Damaged):
        make_manifest(tmp_path, table)


@pytest.mark.parametrize("text", ["", "schema = 2\n", "schema = 1", "[[["])
def test_other_schemas_and_no_toml_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.toml").write_text(text, encoding="utf-8")

    with pytest.raises(Damaged):
        read_manifest(tmp_path)


@given(st.text(max_size=200))
def test_no_text_ends_in_an_unknown_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.toml").write_text(text, encoding="utf-8")

    with pytest.raises(Damaged):
        read_manifest(tmp_path)
