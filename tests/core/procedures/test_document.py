"""docs/procedures.md says what the program does: its example loads, its tables are those of the files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.support.procedure_table import table_lines

from landmarkdiff.procedures.catalogue import FOLDER_VARIABLE, load_catalogue
from landmarkdiff.procedures.procedure_file import VIEWS

DOCUMENT = (Path(__file__).parents[3] / "docs" / "procedures.md").read_text(encoding="utf-8")
KEYS = DOCUMENT.partition("## The built-in procedures")[0]
EXAMPLE = re.findall(r"```toml\n(.*?)```", DOCUMENT, flags=re.DOTALL)[0]


def test_the_example_is_a_procedure_that_loads(tmp_path: Path) -> None:
    (tmp_path / "lip_lift.toml").write_text(EXAMPLE, encoding="utf-8")

    catalogue = load_catalogue(tmp_path)

    assert catalogue.procedure("lip_lift").at_intensity(50) == {"lip_lift.subnasal": 2.0}


@pytest.mark.parametrize("key", re.findall(r"^([a-z_0-9]+) =", EXAMPLE, flags=re.MULTILINE))
def test_every_key_of_the_example_is_described(key: str) -> None:
    assert f"| `{key}` |" in KEYS


def test_every_key_that_the_document_describes_exists() -> None:
    described = set(re.findall(r"^\| `([a-z_0-9]+)` \| (?:yes|no|deg|mm)", KEYS, flags=re.MULTILINE))
    used = set(re.findall(r"^([a-z_0-9]+) =", EXAMPLE, flags=re.MULTILINE))

    assert described == used | {"arc", "median"}


def test_the_tables_are_those_of_the_procedure_files() -> None:
    assert "\n".join(table_lines()) in DOCUMENT


@pytest.mark.parametrize("word", [FOLDER_VARIABLE, *VIEWS])
def test_the_document_names(word: str) -> None:
    assert word in DOCUMENT
