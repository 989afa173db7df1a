"""The printed report: valid, readable, the same twice, with nothing in it that must stay at home."""

from __future__ import annotations

import getpass
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from PySide6.QtWidgets import QApplication
from tests.support.cases import FIXED, PLACE, USER, CaseMaker, jpeg_with_metadata, portrait, stored_pixels
from tests.support.names import names

from landmarkdiff.errors import Cancelled, CannotWrite
from landmarkdiff.procedures.catalogue import load_catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.progress import CancelToken
from landmarkdiff.project import open_project
from landmarkdiff.project.naming import composed, isolated, one_line
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.report import Audience, Letterhead, ReportOptions
from landmarkdiff.report.compose import compose
from landmarkdiff.report.pictures import encode_jpeg
from landmarkdiff.report.report import Column, Facts, Notice, Paragraph, Report, Section, Table
from landmarkdiff_app.printing import Fonts, PageSize, print_report, write_pdf

FIVE = ("frontal", "left_three_quarter", "right_three_quarter", "left_profile", "right_profile")
pytestmark = pytest.mark.usefixtures("qapp")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils are not installed")
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")


def words_on(content: bytes, folder: Path) -> list[str]:
    """Return the text of each page."""
    path = folder / "words.pdf"
    path.write_bytes(content)
    told = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout
    return told.decode("utf-8").split("\f")[:-1]


def images_in(content: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [
            bytes(each.read_raw_bytes())
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]


def uncompressed(content: bytes) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(written, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    return written.getvalue()


def compose_case(maker: CaseMaker, name: str, audience: Audience = Audience.PATIENT, **case: object) -> Report:
    made = maker.make(name=name, **case)
    with open_project(made.path, made.key) as project:
        return compose(project, ReportOptions(audience=audience, made_at=FIXED))


@needs_qpdf
@pytest.mark.parametrize("page_size", list(PageSize), ids=lambda each: each.value)
@pytest.mark.parametrize("audience", list(Audience), ids=lambda each: each.value)
def test_document_is_valid(
    five_views: dict[Audience, Report], audience: Audience, page_size: PageSize, tmp_path: Path
) -> None:
    write_pdf(five_views[audience], tmp_path / "x.pdf", page_size)

    checked = subprocess.run(["qpdf", "--check", str(tmp_path / "x.pdf")], capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stderr
    assert "WARNING" not in checked.stdout + checked.stderr


@pytest.mark.parametrize(
    ("page_size", "width_pt", "height_pt"), [(PageSize.A4, 595, 842), (PageSize.LETTER, 612, 792)], ids=["a4", "letter"]
)
def test_paper_has_its_size(hand_out: Report, page_size: PageSize, width_pt: int, height_pt: int) -> None:
    with pikepdf.open(io.BytesIO(print_report(hand_out, page_size).content)) as pdf:
        boxes = {tuple(round(float(side)) for side in page.mediabox) for page in pdf.pages}

    assert boxes == {(0, 0, width_pt, height_pt)}


@pytest.mark.parametrize("page_size", list(PageSize), ids=lambda each: each.value)
def test_hand_out_of_five_views_has_two_pages(hand_out: Report, page_size: PageSize) -> None:
    assert print_report(hand_out, page_size).page_count == 2


@needs_poppler
@pytest.mark.parametrize("page_size", list(PageSize), ids=lambda each: each.value)
def test_hand_out_of_everything_has_two_pages_and_tells_everything(
    maker: CaseMaker, page_size: PageSize, tmp_path: Path
) -> None:
    plan = Plan(dict.fromkeys(load_catalogue().procedures, 100.0))
    made = maker.make(name=f"everything_{page_size.value}.ldproj", views=FIVE, plan=plan)
    clinic = Letterhead("Praxis " * 20, tuple(f"Zeile {number}" for number in range(7)), "Dr. Langer-Name " * 8)
    with open_project(made.path, made.key) as project:
        report = compose(project, ReportOptions(made_at=FIXED, letterhead=clinic, language="de"))

    printed = print_report(report, page_size)

    told = " ".join(" ".join(words_on(printed.content, tmp_path)).split())
    assert printed.page_count == 2
    assert "Projektion des Kinns" in told
    assert "Dies ist keine Garantie" in told


@needs_poppler
def test_patient_and_page_number_stand_on_every_page(record: Report, tmp_path: Path) -> None:
    printed = print_report(record)

    pages = words_on(printed.content, tmp_path)

    assert len(pages) == printed.page_count
    assert all("Ada Planted" in page and "No. A-17" in page for page in pages)
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert all(f"history {record.audit_head[:16]}" in page for page in pages)


@needs_poppler
def test_record_tells_everything_that_was_composed(record: Report, tmp_path: Path) -> None:
    told = " ".join(" ".join(words_on(print_report(record).content, tmp_path)).split())

    wanted = ["Praxis am Markt", "Chin projection", "screening planted", "This is not a guarantee of results.", "yaw"]
    wanted += [record.audit_head, "LandmarkDiff Desktop"]
    assert [text for text in wanted if text not in told] == []


@needs_poppler
def test_hand_out_says_nothing_of_the_clinics_own(hand_out: Report, tmp_path: Path) -> None:
    told = " ".join(words_on(print_report(hand_out).content, tmp_path))

    assert "screening" not in told
    assert "SHA-256" not in told


def test_every_picture_is_in_it_once_and_to_the_byte(record: Report) -> None:
    printed = print_report(record)

    assert sorted(images_in(printed.content)) == sorted(picture.jpeg for picture in record.pictures())


def test_document_is_hardly_larger_than_its_pictures(record: Report) -> None:
    printed = print_report(record)

    # Fonts and lines take some 45 kB however large the pictures are; at 12 MP that is far below a tenth.
    assert len(printed.content) < sum(len(picture.jpeg) for picture in record.pictures()) + 60_000


def test_pages_for_the_screen_are_the_same_with_smaller_pictures(record: Report, tmp_path: Path) -> None:
    paper, screen = print_report(record), print_report(record, longest_px=100)

    assert screen.page_count == paper.page_count
    assert words_on(screen.content, tmp_path) == words_on(paper.content, tmp_path)
    assert len(images_in(screen.content)) == len(images_in(paper.content))
    assert len(screen.content) < len(paper.content) / 2


def test_same_report_gives_the_same_bytes(record: Report) -> None:
    assert print_report(record).content == print_report(record).content


def test_other_processes_give_the_same_bytes(hand_out: Report, tmp_path: Path) -> None:
    import pickle

    (tmp_path / "report").write_bytes(pickle.dumps(hand_out))
    script = (
        "import pickle, sys, hashlib, pathlib\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "application = QGuiApplication([])\n"
        "from landmarkdiff_app.printing import print_report\n"
        "report = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "print(hashlib.sha256(print_report(report).content).hexdigest())\n"
    )

    def digest(seed: str) -> str:
        env = {**os.environ, "PYTHONHASHSEED": seed, "QT_HASH_SEED": "0" if seed == "1" else "", "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-c", script, str(tmp_path / "report")]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.strip()

    assert digest("1") == digest("2") == hashlib.sha256(print_report(hand_out).content).hexdigest()


def test_title_language_author_and_date_are_set(hand_out: Report) -> None:
    with pikepdf.open(io.BytesIO(print_report(hand_out).content)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Your consultation: before and simulation"
        assert str(pdf.docinfo["/Author"]) == "Praxis am Markt"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260301103000+00'00'"
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Your consultation: before and simulation"
            assert metadata["dc:creator"] == ["Praxis am Markt"]


def test_no_place_path_or_user_is_anywhere_in_the_bytes(record: Report, tmp_path: Path) -> None:
    content = uncompressed(print_report(record).content)

    forbidden = [PLACE, "GPS", USER, str(tmp_path), str(Path.home()), "/home/", "/root/", "/tmp/", "ldproj"]
    forbidden += [getpass.getuser()] if len(getpass.getuser()) > 4 else []
    found = [text for text in forbidden if text.encode() in content or text.encode("utf-16-be") in content]
    assert found == []
    assert not re.search(rb"Exif\x00", content)


@needs_qpdf
def test_password_encrypts_with_aes_256(hand_out: Report, tmp_path: Path) -> None:
    printed = write_pdf(hand_out, tmp_path / "x.pdf", password="correct horse")

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(printed.content))
    command = ["qpdf", "--show-encryption", "--password=correct horse", str(tmp_path / "x.pdf")]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "R = 6" in told
    assert "stream encryption method: AESv3" in told
    assert b"Planted" not in printed.content


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils are not installed")
@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_photo_is_printed_upright(maker: CaseMaker, tmp_path: Path, orientation: int) -> None:
    import numpy as np
    from PIL import Image

    # Four corners of four colours, read back from the rendered page.
    upright = np.zeros((200, 120, 3), dtype=np.uint8)
    upright[:100, :60], upright[:100, 60:] = (220, 30, 30), (30, 220, 30)
    upright[100:, :60], upright[100:, 60:] = (30, 30, 220), (220, 220, 30)
    content = jpeg_with_metadata(stored_pixels(upright, orientation), orientation=orientation, quality=95)
    report = compose_case(maker, f"turned{orientation}.ldproj", predicted=0, contents=(content,))
    write_pdf(report, tmp_path / "x.pdf")

    subprocess.run(["pdftoppm", "-r", "50", "-png", str(tmp_path / "x.pdf"), str(tmp_path / "x")], check=True)
    page = np.asarray(Image.open(next(tmp_path.glob("x*.png"))).convert("RGB")).astype(int)

    colourful = np.argwhere(page.max(axis=2) - page.min(axis=2) > 120)
    (top, left), (bottom, right) = colourful.min(axis=0), colourful.max(axis=0)
    height, width = bottom - top, right - left
    at = {(y, x): page[top + round(height * y), left + round(width * x)] for y in (0.25, 0.75) for x in (0.25, 0.75)}
    assert height / width == pytest.approx(200 / 120, rel=0.05)
    assert np.argmax(at[0.25, 0.25]) == 0
    assert np.argmax(at[0.25, 0.75]) == 1
    assert np.argmax(at[0.75, 0.25]) == 2
    assert np.argmin(at[0.75, 0.75]) == 2


@needs_poppler
@pytest.mark.parametrize(
    ("given", "family"),
    [
        ("Wolfeschlegelsteinhausen" * 3, "bergerdorff-" * 6 + "Senior"),
        ("נועה", "כהן"),
        ("فاطمة", "الزهراء"),
        ("Ελένη", "Παπαδοπούλου"),
        ("Анна", "Иванова"),
    ],
    ids=["very long", "Hebrew", "Arabic", "Greek", "Cyrillic"],
)
def test_names_of_any_kind_are_printed_without_a_warning(
    maker: CaseMaker, tmp_path: Path, given: str, family: str
) -> None:
    patient = PatientRecord(given_name=given, family_name=family, record_number="A-17")
    report = compose_case(maker, f"name{len(given)}_{ord(given[0])}.ldproj", Audience.CLINIC, patient=patient)

    printed = print_report(report)

    assert printed.warnings == ()
    pages = words_on(printed.content, tmp_path)
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert "1 March 2026" in pages[0]


@needs_poppler
@pytest.mark.parametrize("letters", [40, 150, 600])
def test_number_and_birth_date_survive_any_name(hand_out: Report, tmp_path: Path, letters: int) -> None:
    line = f"\u2068Ada {'Wolfeschlegel' * (letters // 13)}\u2069 · born 31 December 1990 · No. \u2068A-17\u2069"

    pages = words_on(print_report(replace(hand_out, patient_line=line)).content, tmp_path)

    assert all("Ada Wolfe" in page for page in pages)
    assert all("31 December 1990" in page and "A-17" in page for page in pages)
    assert all("Praxis am Markt" in page for page in pages[:1])


def written(text: str) -> str:
    """Return the letters of a text as they are read, without what stands between them or steers them."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if not letter.isspace() and unicodedata.category(letter) != "Cf")


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in written(text) if unicodedata.category(letter)[0] != "M")


def page_of(line: str) -> Report:
    """Return a report of nothing but a patient."""
    return Report(
        audience=Audience.CLINIC,
        language="en",
        title="Record",
        letterhead=Letterhead(),
        date_line="1 March 2026",
        patient_line=f"{isolated(line)} · born {isolated('31 December 1990')} · No. {isolated('A-17')}",
        page_words="Page {number} of {count}",
        footer="",
        sections=(Section("Patient", (Facts((("Name", f"{line} 4711"),)),)),),
        made_at=FIXED,
        audit_head="",
        photo_ids=(),
        simulation_count=0,
    )


@needs_poppler
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names)
@example("शर्मा")
@example("王小明")
@example("فاطمة الزهراء")
@example("👩🏽‍⚕️")
def test_every_letter_of_a_name_is_on_paper_or_named(tmp_path: Path, name: str) -> None:
    line = composed(one_line(name))

    printed = print_report(page_of(line))

    told = "".join(words_on(printed.content, tmp_path))
    missing = set(Fonts().missing([line]))
    expected = Counter(letter for letter in line if letter not in missing)
    assert bool(missing) == bool(printed.warnings)
    assert "31December1990" in written(told)
    assert "A-17" in written(told)
    assert "4711" in written(told)
    assert letters("".join(expected.elements())) - letters(told) == Counter()


def test_fonts_made_once_give_the_same_bytes(hand_out: Report) -> None:
    fonts = Fonts()

    first, second = (print_report(hand_out, fonts=fonts).content for _ in range(2))

    assert first == second == print_report(hand_out).content


def test_characters_that_no_font_has_are_named(hand_out: Report) -> None:
    # A code point of the private use area, which no font of a system gives a meaning.
    report = replace(hand_out, patient_line="Ada \U000f1234 Planted")

    warnings = print_report(report).warnings

    assert len(warnings) == 1
    assert "U+F1234" in warnings[0]


@pytest.mark.parametrize("audience", list(Audience), ids=lambda each: each.value)
@pytest.mark.parametrize("page_size", list(PageSize), ids=lambda each: each.value)
def test_one_view_without_a_prediction_is_printed(maker: CaseMaker, audience: Audience, page_size: PageSize) -> None:
    report = compose_case(maker, f"bare_{audience.value}_{page_size.value}.ldproj", audience, predicted=0)

    printed = print_report(report, page_size)

    assert len(images_in(printed.content)) == 1


@needs_poppler
def test_report_without_anything_is_printed(maker: CaseMaker, tmp_path: Path) -> None:
    report = compose_case(maker, "nothing.ldproj", views=(), contents=())

    printed = print_report(report)

    assert printed.page_count == 1
    assert "no photographs" in words_on(printed.content, tmp_path)[0]


@needs_poppler
def test_long_note_and_long_table_break_across_pages(hand_out: Report, record: Report, tmp_path: Path) -> None:
    note = " ".join(f"word{number}" for number in range(4000))
    table = next(block for section in record.sections for block in section.blocks if isinstance(block, Table))
    rows = tuple((f"row{number}", *[""] * (len(table.columns) - 1)) for number in range(150))
    section = Section("Long", (Paragraph(note), replace(table, rows=rows), Facts((("name", note),)), Notice("end")))

    pages = words_on(print_report(replace(hand_out, sections=(section,))).content, tmp_path)

    told = " ".join(pages).split()
    assert {f"word{number}" for number in range(4000)} <= set(told)
    assert {f"row{number}" for number in range(150)} <= set(told)
    with_rows = [page for page in pages if "row" in page]
    assert len(with_rows) > 2
    assert all("Maneuver" in page for page in with_rows)


def test_logo_is_printed(hand_out: Report) -> None:
    logo = encode_jpeg(portrait(60))

    printed = print_report(replace(hand_out, letterhead=Letterhead("Clinic", logo=logo)))

    assert len(images_in(printed.content)) == len(hand_out.pictures()) + 1


@pytest.mark.parametrize(
    "logo",
    [b"no picture", b"<svg/>", b"\x89PNG\r\n\x1a\n", encode_jpeg(portrait(60))[:900], encode_jpeg(portrait(60))[:2]],
    ids=["words", "svg", "head of a png", "half a jpeg", "start of a jpeg"],
)
def test_logo_that_cannot_be_used_is_left_out_and_told(hand_out: Report, logo: bytes) -> None:
    plain = print_report(replace(hand_out, letterhead=Letterhead("Clinic")))

    printed = print_report(replace(hand_out, letterhead=Letterhead("Clinic", logo=logo)))

    assert printed.content == plain.content
    assert printed.is_logo_left_out
    assert [warning.partition(":")[0] for warning in printed.warnings] == ["The report is without the logo"]


def test_moment_without_utc_offset_of_whole_hours_is_written_right(hand_out: Report) -> None:
    moment = datetime.fromisoformat("2026-03-01T10:30:00-03:30")

    with pikepdf.open(io.BytesIO(print_report(replace(hand_out, made_at=moment)).content)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260301103000-03'30'"


def test_cancelling_ends_printing(hand_out: Report) -> None:
    token = CancelToken()
    token.cancel()

    with pytest.raises(Cancelled):
        print_report(hand_out, token=token)


def test_missing_folder_is_told_and_nothing_written(hand_out: Report, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        write_pdf(hand_out, tmp_path / "missing" / "x.pdf")

    assert list(tmp_path.iterdir()) == []


def test_application_stays_that_of_the_window(qapp: QApplication, hand_out: Report) -> None:
    print_report(hand_out)

    assert QApplication.instance() is qapp


@needs_poppler
@pytest.mark.parametrize("page_size", list(PageSize), ids=lambda each: each.value)
@pytest.mark.parametrize("lines", range(0, 60, 6))
def test_no_heading_ends_a_page_of_a_record(record: Report, page_size: PageSize, lines: int, tmp_path: Path) -> None:
    note = Section("Added", tuple(Paragraph(f"line {number}") for number in range(lines)))
    longer = replace(record, sections=(note, *record.sections))
    blocks = [block for section in record.sections for block in section.blocks]
    heads = {section.heading for section in record.sections}
    heads |= {block.text for block in blocks if isinstance(block, Paragraph) and block.is_strong}

    pages = words_on(print_report(longer, page_size).content, tmp_path)

    # The last line of a page is its footer.
    last = [[line.strip() for line in page.splitlines() if line.strip()][-2] for page in pages]
    assert not heads.intersection(last)


@needs_poppler
@pytest.mark.parametrize("lines", range(0, 24, 2))
def test_remark_below_the_plan_stays_with_its_table(record: Report, lines: int, tmp_path: Path) -> None:
    note = Section("Added", tuple(Paragraph(f"line {number}") for number in range(lines)))
    longer = replace(record, sections=(note, *record.sections))

    pages = words_on(print_report(longer, PageSize.A4).content, tmp_path)

    (with_remark,) = (page for page in pages if "Achieved: what" in page)
    assert "Chin projection" in with_remark


def rows_by_page(record: Report, count: int, lines: int, folder: Path) -> list[list[int]]:
    """Return which rows of a table of so many stand on each page, below a text of so many lines."""
    text = Section("Added", tuple(Paragraph(f"line {number}") for number in range(lines)))
    columns = (Column("Purpose", 0.6), Column("Given", 0.4))
    table = Section("Listed", (Table(columns, tuple((f"row-{number}", "given") for number in range(count))),))

    pages = words_on(print_report(replace(record, sections=(text, table)), PageSize.A4).content, folder)

    found = [[int(number) for number in re.findall(r"row-(\d+)", page)] for page in pages]
    return [rows for rows in found if rows]


@needs_poppler
@pytest.mark.parametrize("lines", range(20, 44, 2))
def test_short_table_is_never_divided(record: Report, lines: int, tmp_path: Path) -> None:
    assert rows_by_page(record, 6, lines, tmp_path) == [list(range(6))]


@needs_poppler
@pytest.mark.parametrize("lines", range(16, 44, 2))
def test_long_table_leaves_no_row_or_two_alone(record: Report, lines: int, tmp_path: Path) -> None:
    pages = rows_by_page(record, 14, lines, tmp_path)

    assert [row for rows in pages for row in rows] == list(range(14))
    assert min(len(rows) for rows in pages) >= 3
