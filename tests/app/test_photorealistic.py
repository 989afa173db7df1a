"""Painting at the window, through the robot: tiny models in the real formats, real child processes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QProgressBar, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk, pixels
from tests.support.child_tasks import Deaf, Dying, Holding, Raising
from tests.support.model_shelf import make_manifest, model_table
from tests.support.tiny_store import GENERATIVE
from tests.support.views import rendered_view

from landmarkdiff import painting as core_painting
from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.face.view import View
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.prediction import Prediction
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.weights.store import ModelStore
from landmarkdiff_app.main import load_translations
from landmarkdiff_app.provenance import details, headline
from landmarkdiff_app.state.painting import Phase
from landmarkdiff_app.wiring import Program

RENDER, CONFIRM, CANCEL = (
    "Render the plan photorealistically",
    "Paint it all the same",
    "Cancel the photorealistic picture",
)


class Borrowed(DiffusionProcess):
    """The child that all tests share, lent to a program that may not end it."""

    def __init__(self, process: DiffusionProcess) -> None:
        super().__init__()
        self._lent = process

    def run(self, task: Any, **how: Any) -> Any:
        return self._lent.run(task, **how)


class Painter(LandmarkDiffPipeline):
    """Paints like the program's own; the first jobs can be replaced by tasks that go wrong in a real child."""

    def __init__(self, catalogue: Catalogue, store: ModelStore, process: DiffusionProcess | None) -> None:
        super().__init__("auto", "cpu", catalogue=catalogue, models=store)
        self.troubles: list[Any] = []
        self.own_troubles: list[Any] = []
        if process is not None:
            self._painter._process = Borrowed(process)

    @property
    def pid(self) -> int | None:
        process = self._painter._process
        return None if process is None else process.pid

    def predict_views(self, *arguments: Any, **how: Any) -> tuple[Prediction, ...]:
        if self.troubles:
            with DiffusionProcess() as process:
                process.run(self.troubles.pop(0), report=how["report"], token=how["token"])
        if self.own_troubles:
            process = self._painter._process = DiffusionProcess()
            process.run(self.own_troubles.pop(0), report=how["report"], token=how["token"])
        return super().predict_views(*arguments, **how)


class Studio(Desk):
    """A desk with a photo, a plan and models."""

    def __init__(self, program: Program, qtbot: QtBot, painters: list[Painter]) -> None:
        super().__init__(program, qtbot)
        self._painters = painters

    @property
    def painter(self) -> Painter:
        return self._painters[0]

    @property
    def state(self) -> Any:
        return self.program.painting

    def begin(self) -> None:
        self.click(RENDER)
        self.click(CONFIRM)

    def paint(self) -> None:
        """Paint and wait for the picture."""
        self.begin()
        self.wait(lambda: self.state.phase is Phase.RESTING and self.program.painting_bridge.is_idle)
        self.rest()


@pytest.fixture
def make_studio(
    make_program: Callable[..., Program],
    qtbot: QtBot,
    sample_file: Path,
    tiny_store: ModelStore,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[DiffusionProcess | None], Studio]:
    def make(process: DiffusionProcess | None, *troubles: Any) -> Studio:
        monkeypatch.setenv("OMP_NUM_THREADS", "1")
        # The smallest picture that the networks accept: what is tested here does not depend on its size.
        monkeypatch.setattr("landmarkdiff_app.views.painting_dials.WORK_SIZES_PX", (64,))
        painters: list[Painter] = []

        def painter(catalogue: Catalogue, store: ModelStore) -> Painter:
            painters.append(Painter(catalogue, store, process))
            painters[0].troubles = list(troubles)
            return painters[0]

        program = make_program(store_factory=lambda: tiny_store, painter_factory=painter)
        studio = Studio(program, qtbot, painters)
        studio.wait(lambda: program.project.is_idle and program.models.overview is not None)
        studio.click("Plan")
        studio.open_photo(sample_file)
        studio.click("Rhinoplasty")
        studio.rest()
        studio.click("Dials of the photorealistic picture")
        studio.control(QSpinBox, "Steps").setValue(4)
        return studio

    return make


@pytest.fixture
def studio(make_studio: Callable[..., Studio], warm_process: DiffusionProcess) -> Studio:
    return make_studio(warm_process)


@pytest.fixture
def bare(make_program: Callable[..., Program], qtbot: QtBot, tmp_path: Path, sample_file: Path) -> Desk:
    """A desk with a photo and a plan, and no model."""
    table = model_table("tiny", {"weights.safetensors": b"w"}, modes=GENERATIVE)
    store = ModelStore(tmp_path / "weights", make_manifest(tmp_path / "manifest", table))
    desk = Desk(make_program(store_factory=lambda: store), qtbot)
    desk.wait(lambda: desk.program.project.is_idle and desk.program.models.overview is not None)
    desk.click("Plan")
    desk.open_photo(sample_file)
    desk.click("Rhinoplasty")
    desk.rest()
    return desk


def test_without_models_the_button_says_what_is_missing_and_opens_them(bare: Desk) -> None:
    assert "need models that are not ready on this workstation" in bare.texts()
    assert bare.control(QPushButton, RENDER).property("role") != "primary"

    bare.click(RENDER)

    assert "Photorealistic pictures need The tiny model" in bare.notice
    bare.click("Open models")
    assert bare.program.window.step == "models"
    assert "To begin with, the mode Fast (controlnet_fast) needs: The tiny model." in bare.texts()
    assert "Without internet, Import takes it from a USB stick" in bare.texts()
    assert bare.program.painting.phase is Phase.RESTING


def test_missing_library_is_named(
    make_program: Callable[..., Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("landmarkdiff.diffusion.device.LIBRARIES", ("torch", "not-a-library"))

    desk = Desk(make_program(), qtbot)
    desk.wait(lambda: desk.program.project.is_idle and desk.program.models.overview is not None)
    desk.click("Plan")

    assert "Photorealistic pictures need not-a-library, which is not installed." in desk.texts()
    desk.click(RENDER)
    assert "extra “diffusion”" in desk.notice
    desk.click("Open the models")
    assert "The photorealistic modes need not-a-library" in desk.texts()


def test_nothing_planned_is_told(studio: Studio) -> None:
    was_primary = studio.control(QPushButton, RENDER).property("role") == "primary"
    studio.click("Remove this procedure")
    is_primary, beside = studio.control(QPushButton, RENDER).property("role") == "primary", studio.texts()

    studio.click(RENDER)

    assert was_primary
    assert not is_primary
    assert "With a photo and a procedure" in beside
    assert "Nothing is planned" in studio.notice
    assert studio.state.phase is Phase.RESTING


def test_on_the_processor_the_cost_is_told_first(studio: Studio) -> None:
    studio.click(RENDER)

    assert "No graphics card can be used here. On the processor this takes about" in studio.texts()
    assert studio.program.painting_bridge.is_idle
    studio.click("Do not paint now")
    assert studio.state.phase is Phase.RESTING
    assert studio.program.painting_bridge.is_idle


def test_question_about_the_cost_ends_with_the_plan_that_it_was_about(studio: Studio) -> None:
    studio.click(RENDER)

    studio.dial("Intensity", 30)

    assert not studio.has_button(CONFIRM)


def test_picture_replaces_the_warp_with_mark_and_provenance(studio: Studio) -> None:
    live = studio.picture()

    studio.paint()

    shown = studio.picture()
    assert np.abs(shown.astype(int) - _fitted(live, shown).astype(int)).max() > 50
    assert "photorealistic simulation" in studio.program.plan_view.canvas.caption
    assert studio.program.plan_view.canvas.mark == "MODIFIED - SIMULATION - NOT A GUARANTEE"
    text = studio.texts()
    assert "Fast (controlnet_fast)" in text
    assert " 0 pixels changed outside the mask" in text
    assert "identity not checked: " in text
    studio.click("Details of the photorealistic picture")
    assert "Model lcm-lora: " in studio.texts()
    assert "Tone of the photo: " in studio.texts()
    studio.click("Live")
    assert np.array_equal(studio.picture(), live)


def test_origin_of_a_picture_is_told_in_german(studio: Studio, qapp: Any) -> None:
    """What the engine noted about steps and identity stood in English in a German window."""
    studio.paint()
    translators = load_translations(qapp, "de")
    try:
        text = headline(studio.state.current) + details(studio.state.current)
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)

    assert "Identität nicht geprüft: Es ist kein Modell zur Gesichtserkennung installiert" in text
    assert "Gesichtswiederherstellung: ausgelassen (Es ist kein Netz zur Gesichtswiederherstellung installiert)" in text
    assert "`" not in text


def test_step_that_was_left_out_on_purpose_is_told_once(studio: Studio) -> None:
    studio.control(QCheckBox, "Tone of the photo").setChecked(False)
    studio.paint()

    assert "Tone of the photo: left out\n" in details(studio.state.current)


def test_space_shows_the_photo_itself(studio: Studio) -> None:
    studio.paint()

    studio.program.window.before_held.emit(True)
    held = studio.program.plan_view.canvas.caption
    studio.program.window.before_held.emit(False)

    assert held.endswith("photo")
    assert "photorealistic" in studio.program.plan_view.canvas.caption


def test_all_views_are_painted_in_one_batch_with_one_seed(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned = tmp_path / "turned.png"
    cv2.imwrite(str(turned), cv2.cvtColor(rendered_view(-45.0).image, cv2.COLOR_RGB2BGR))
    studio.open_photo(turned)
    batches: list[int] = []
    paint = core_painting.generate_views

    def count(requests: Any, *arguments: Any, **how: Any) -> Any:
        batches.append(len(requests))
        return paint(requests, *arguments, **how)

    monkeypatch.setattr(core_painting, "generate_views", count)
    studio.control(QComboBox, "Views").setCurrentIndex(1)
    studio.control(QSpinBox, "Seed").setValue(11)

    studio.paint()

    made = [studio.state.prediction_of(photo.view) for photo in studio.program.photos.all]
    assert batches == [2]
    assert [(each.mode, each.seed, each.changed_pixels()[0]) for each in made] == [("controlnet_fast", 11, 0)] * 2
    studio.program.photos.show(View.FRONTAL)
    studio.rest()
    assert "Frontal · photorealistic" in studio.program.plan_view.canvas.caption


def test_picture_goes_stale_with_the_plan_and_comes_back_with_undo(studio: Studio) -> None:
    studio.paint()
    painted = studio.picture()

    studio.dial("Intensity", 30)
    studio.rest()

    assert "shows an earlier plan or photo. Render it again." in studio.texts()
    assert "photorealistic" not in studio.program.plan_view.canvas.caption
    assert studio.state.prediction_of(View.FRONTAL) is None
    studio.click("Undo")
    studio.rest()
    assert np.array_equal(studio.picture(), painted)
    assert studio.state.prediction_of(View.FRONTAL).mode == "controlnet_fast"


def test_picture_of_another_stop_is_stale(studio: Studio) -> None:
    studio.paint()

    studio.click("Conservative")

    assert "shows an earlier plan or photo" in studio.texts()


def test_compare_takes_the_picture_or_the_warp(studio: Studio) -> None:
    studio.paint()
    painted = studio.picture()

    studio.click("Compare")
    studio.wait(lambda: studio.program.compare.warped is not None)
    studio.rest()

    compare = studio.program.compare
    assert np.array_equal(pixels(compare.comparison.after), painted)
    assert "identity not checked" in studio.texts()
    assert " 0 outside" in studio.program.compare_view.panel.changed_text
    studio.click("Geometric")
    assert compare.comparison is compare.warped
    assert "identity not checked" not in studio.texts()
    studio.click("Photorealistic")
    assert compare.comparison is compare.painted


def test_compare_loses_the_picture_with_the_plan(studio: Studio) -> None:
    studio.paint()
    studio.click("Compare")
    studio.rest()

    studio.program.plan.set_intensity("rhinoplasty", 20.0)
    studio.wait(lambda: studio.program.compare.warped is not None)
    studio.rest()

    assert studio.program.compare.painted is None
    assert not studio.has_button("Photorealistic")


def test_same_seed_is_the_same_picture(studio: Studio) -> None:
    studio.control(QSpinBox, "Seed").setValue(5)
    studio.paint()
    first = studio.picture()

    studio.paint()

    assert "seed 5" in studio.texts()
    assert np.array_equal(studio.picture(), first)


def test_dials_have_the_ranges_of_their_mode(studio: Studio) -> None:
    modes = studio.control(QComboBox, "Mode")
    steps, guidance = studio.control(QSpinBox, "Steps"), studio.control(QDoubleSpinBox, "Guidance")
    assert (steps.minimum(), steps.maximum(), guidance.maximum()) == (4, 8, 2.0)

    modes.setCurrentIndex(modes.findText("Contours (controlnet)"))

    assert (steps.minimum(), steps.maximum(), steps.value()) == (10, 100, 30)
    assert (guidance.maximum(), guidance.value()) == (20.0, 7.5)
    assert studio.control(QDoubleSpinBox, "Conditioning scale").maximum() == 1.2


def choose_second(studio: Studio, name: str) -> None:
    studio.control(QComboBox, "Mode").setCurrentText("Contours (controlnet)")
    studio.control(QSpinBox, "Steps").setValue(10)
    second = studio.control(QComboBox, "Second control")
    second.setCurrentIndex(second.findText(name))


def test_second_control_shares_the_limit_and_its_picture_says_so(studio: Studio) -> None:
    first, scale = (
        studio.control(QDoubleSpinBox, name) for name in ("Conditioning scale", "Scale of the second control")
    )
    assert not scale.isEnabled()

    choose_second(studio, "Relief of the face (depth)")

    assert (first.value(), scale.value()) == (0.7, 0.5)
    assert "Both controls add up to 1.20 of at most 1.2." in studio.texts()
    studio.paint()
    made = studio.state.prediction_of(View.FRONTAL)
    assert (made.provenance["second_control"], made.provenance["second_scale"]) == ("depth", 0.5)
    assert "controlnet-depth" in made.provenance["models"]
    studio.click("Details of the photorealistic picture")
    assert "Second control: Relief of the face (depth), scale 0.5" in studio.texts()


def test_scales_that_add_up_to_too_much_are_told_and_nothing_is_painted(studio: Studio) -> None:
    choose_second(studio, "Edges (canny)")

    studio.control(QDoubleSpinBox, "Conditioning scale").setValue(1.0)

    assert "Both controls add up to 1.50: keep the sum at or under 1.2." in studio.texts()
    studio.click(RENDER)
    assert "add up to 1.50" in studio.notice
    assert studio.state.phase is Phase.RESTING
    studio.click("Defaults of the photorealistic dials")
    assert studio.control(QComboBox, "Second control").currentText() == "None"
    assert studio.control(QDoubleSpinBox, "Conditioning scale").value() == 1.0


def test_second_control_that_is_not_installed_is_told_with_the_way_to_the_models(
    studio: Studio, tiny_store: ModelStore, tmp_path: Path
) -> None:
    aside = tiny_store.folder_of("controlnet-tile").rename(tmp_path / "aside")
    try:
        studio.program.models_flow.look()
        studio.wait(lambda: studio.program.models_bridge.is_idle)
        choose_second(studio, "The photo itself (tile) (not installed)")
        studio.click(RENDER)
    finally:
        aside.rename(tiny_store.folder_of("controlnet-tile"))

    assert "The second control needs The controlnet-tile model" in studio.notice
    assert studio.state.phase is Phase.RESTING
    studio.click("Open models")
    assert studio.program.window.step == "models"


def test_second_control_needs_contours(studio: Studio) -> None:
    modes = studio.control(QComboBox, "Mode")
    choose_second(studio, "Edges (canny)")

    modes.setCurrentText("Picture (img2img)")

    assert not studio.control(QComboBox, "Second control").isEnabled()
    assert "second_control" not in studio.program.painting_panel.wish().dials


def test_steps_after_painting_can_be_left_out(studio: Studio) -> None:
    studio.control(QDoubleSpinBox, "Sharpening").setValue(0.0)
    for name in ("Tone of the photo", "Pyramid blending", "Identity check"):
        studio.control(QCheckBox, name).setChecked(False)

    studio.paint()

    effects = studio.state.prediction_of(View.FRONTAL).provenance["steps_after_painting"]
    assert {effect["name"] for effect in effects if effect["is_applied"]} == set()
    studio.click("Details of the photorealistic picture")
    assert "Pyramid blending: left out" in studio.texts()
    assert "identity not checked: the check was switched off" in studio.texts()


def test_closing_the_photos_forgets_the_picture(studio: Studio) -> None:
    studio.paint()
    painter = studio.painter

    studio.program.photos.clear()
    studio.rest()

    assert studio.state.current is None
    studio.wait(lambda: painter._painter._process is None)


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (Dying("SIGSEGV"), "The picture engine crashed"),
        (Dying("SIGKILL"), "memory ran out"),
        (Raising("cuda"), "not enough memory for the photorealistic picture"),
        (Raising("fault"), "could not be made"),
    ],
    ids=["crash", "killed", "out of memory", "fault"],
)
def test_trouble_in_the_child_is_told_with_advice_and_the_next_picture_works(
    make_studio: Callable[..., Studio], warm_process: DiffusionProcess, trouble: Any, sentence: str
) -> None:
    studio = make_studio(warm_process, trouble)

    studio.paint()

    assert sentence in studio.notice
    assert "fewer steps" in studio.notice
    assert studio.state.prediction_of(View.FRONTAL) is None
    studio.paint()
    assert studio.state.prediction_of(View.FRONTAL).mode == "controlnet_fast"


def test_cancel_frees_the_window_though_the_child_is_deaf(
    make_studio: Callable[..., Studio], warm_process: DiffusionProcess
) -> None:
    studio = make_studio(warm_process, Deaf())
    studio.begin()
    studio.wait(lambda: studio.state.progress is not None and studio.state.progress.stage == "Working")

    studio.click(CANCEL)

    assert studio.state.phase is Phase.RESTING
    assert studio.program.painting_bridge.is_idle
    assert studio.is_enabled_button(RENDER)
    studio.paint()
    assert studio.state.prediction_of(View.FRONTAL) is not None
    assert studio.notice == "The photorealistic picture is finished."


@pytest.mark.skipif(os.name == "nt", reason="sleeps the POSIX way")
def test_child_is_gone_within_three_seconds_of_a_cancel_whatever_holds_it(make_studio: Callable[..., Studio]) -> None:
    studio = make_studio(None)
    studio.begin()
    studio.wait(lambda: bool(studio._painters))
    studio.click(CANCEL)
    studio.wait(lambda: studio.painter.pid is None)
    studio.painter.own_troubles = [Holding()]
    studio.begin()
    studio.wait(lambda: studio.state.progress is not None and studio.state.progress.stage == "Working")
    child, began = studio.painter.pid, time.monotonic()

    studio.click(CANCEL)

    assert studio.state.phase is Phase.RESTING
    assert time.monotonic() - began < 1.0
    studio.wait(lambda: not _is_running(child))
    assert time.monotonic() - began < 3.0


def test_change_of_plan_while_painting_is_told(
    make_studio: Callable[..., Studio], warm_process: DiffusionProcess
) -> None:
    studio = make_studio(warm_process)
    studio.begin()

    studio.program.plan.set_intensity("rhinoplasty", 20.0)
    studio.wait(lambda: studio.state.phase is Phase.RESTING)

    assert "the plan has changed meanwhile" in studio.notice
    assert "photorealistic" not in studio.program.plan_view.canvas.caption


def test_window_answers_while_the_child_loads_and_paints(make_studio: Callable[..., Studio]) -> None:
    """A real child loads torch; sliders are answered and the event loop turns before the first step is painted."""
    studio = make_studio(None)
    studio.control(QSpinBox, "Steps").setValue(8)
    turns = count_turns(studio.program)
    studio.begin()
    studio.wait(lambda: studio.state.progress is not None)
    before, at_start = studio.picture(), next(turns)

    studio.dial("Intensity", 90)
    studio.wait(lambda: not np.array_equal(studio.picture(), before))

    # Nothing was painted yet when the live preview had already followed the slider.
    assert studio.state.progress.stage != "Painting"
    studio.wait(lambda: studio.state.progress is not None and studio.state.progress.stage == "Painting")
    assert next(turns) - at_start > 20
    assert studio.has(QProgressBar, "Progress of the photorealistic picture")
    studio.wait(lambda: not studio.state.unfinished.isNull())
    assert studio.has(QLabel, "Unfinished picture")
    studio.click(CANCEL)
    studio.wait(lambda: studio.painter.pid is None)


def test_ending_the_program_ends_the_child(make_studio: Callable[..., Studio]) -> None:
    studio = make_studio(None)
    studio.begin()
    studio.wait(lambda: studio.painter.pid is not None if studio._painters else False)
    child = studio.painter.pid

    studio.program.close()

    assert not _is_running(child)


def count_turns(program: Program) -> Iterator[int]:
    """Count how often the event loop turned."""
    counter = [0]
    timer = QTimer(program)

    def turn() -> None:
        counter[0] += 1

    timer.timeout.connect(turn)
    timer.start(5)
    while True:
        yield counter[0]


def _fitted(picture: np.ndarray, like: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.resize(picture, like.shape[1::-1], interpolation=cv2.INTER_AREA))


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123 - a file of the system
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
