"""The one place where parts are built and put together."""

from __future__ import annotations

import linecache
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication

from landmarkdiff.folders import data_folder
from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff_app.flows.capture_flow import CaptureFlow
from landmarkdiff_app.flows.compare_flow import CompareFlow
from landmarkdiff_app.flows.models_flow import ModelsFlow
from landmarkdiff_app.flows.painting_flow import PaintingFlow
from landmarkdiff_app.flows.patient_flow import PatientFlow
from landmarkdiff_app.flows.plan_flow import PlanFlow
from landmarkdiff_app.flows.point_flow import PointFlow
from landmarkdiff_app.flows.previews import Previews
from landmarkdiff_app.flows.report_flow import ReportFlow
from landmarkdiff_app.flows.settings_keeper import LetterheadKeeper, SettingsKeeper
from landmarkdiff_app.idle import IdleWatch
from landmarkdiff_app.keys import Action
from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.patient_screen import PatientScreen
from landmarkdiff_app.settings import Settings, SettingsFile
from landmarkdiff_app.state.capture import CaptureState
from landmarkdiff_app.state.compare import CompareState
from landmarkdiff_app.state.models import ModelsState
from landmarkdiff_app.state.painting import PaintingState
from landmarkdiff_app.state.patient import PatientState, Phase
from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.state.report import ReportState
from landmarkdiff_app.theme import Theme, apply_theme, icon
from landmarkdiff_app.views.capture_view import CaptureView
from landmarkdiff_app.views.compare_view import CompareView
from landmarkdiff_app.views.models_view import ModelsView
from landmarkdiff_app.views.painting_panel import PaintingPanel
from landmarkdiff_app.views.patient_view import PatientView
from landmarkdiff_app.views.plan_view import PlanView
from landmarkdiff_app.views.report_view import ReportView
from landmarkdiff_app.views.settings_view import SettingsView
from landmarkdiff_app.views.unlock_view import UnlockView
from landmarkdiff_app.widgets.notice_bar import Level
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.cameras import Cameras
from landmarkdiff_app.workers.capture_bridge import CaptureBridge
from landmarkdiff_app.workers.engine import Engine
from landmarkdiff_app.workers.engine_bridge import EngineBridge
from landmarkdiff_app.workers.models_bridge import ModelsBridge
from landmarkdiff_app.workers.painting_bridge import PaintingBridge
from landmarkdiff_app.workers.project_bridge import ProjectBridge
from landmarkdiff_app.workers.sweeper import start_sweeping

if TYPE_CHECKING:
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.weights.store import ModelStore


def make_pipeline(catalogue: Catalogue) -> LandmarkDiffPipeline:
    """Build the pipeline; called in the engine's thread, so that its libraries load behind the window."""
    from landmarkdiff.inference import LandmarkDiffPipeline

    return LandmarkDiffPipeline("tps", catalogue=catalogue)


def make_painter(catalogue: Catalogue, store: ModelStore) -> LandmarkDiffPipeline:
    """Build what paints photorealistic pictures; called in the painting thread."""
    from landmarkdiff.inference import LandmarkDiffPipeline

    return LandmarkDiffPipeline("auto", catalogue=catalogue, models=store, gives_way=True)


def make_store() -> ModelStore:
    """Open the folder of models; called in the threads that look into it."""
    from landmarkdiff.weights.store import ModelStore

    return ModelStore.default()


class Program(QObject):
    """Everything that runs, and its end."""

    def __init__(
        self,
        settings_file: SettingsFile,
        *,
        pipeline_factory: Callable[[Catalogue], LandmarkDiffPipeline] = make_pipeline,
        painter_factory: Callable[[Catalogue, ModelStore], LandmarkDiffPipeline] = make_painter,
        store_factory: Callable[[], ModelStore] = make_store,
        cabinet: Cabinet | None = None,
        cameras: Cameras | None = None,
    ) -> None:
        super().__init__()
        self.catalogue = load_catalogue()
        self.photos = PhotosState(self)
        self.plan = PlanState(self.catalogue, self)
        self.window = MainWindow()
        self.keeper = SettingsKeeper(settings_file, self.window.notices, self)
        # One count, because one bar shows the jobs of both.
        numbers = count(1)
        self.engine = EngineBridge(Engine(self.catalogue, pipeline_factory), self, numbers=numbers)
        self.previews = Previews(self.photos, self.plan, self.engine, self)
        self.project = ProjectBridge(cabinet or Cabinet(data_folder()), self, numbers=numbers)
        self.patient = PatientState(self)
        self.unlock_view = UnlockView(self.patient)
        self.unlock_view.set_user(self.settings.user)
        self.patient_view = PatientView(self.patient)
        self.window.add_page("unlock", self.unlock_view)
        self.window.add_page("patient", self.patient_view, self.tr("Patient"))
        self.capture = CaptureState(self)
        self.capture_bridge = CaptureBridge(self)
        self.cameras = cameras or Cameras(self)
        self.capture_view = CaptureView(self.capture, self.photos)
        self.capture_view.choose_camera(self.settings.camera)
        self.window.add_page("capture", self.capture_view, self.tr("Capture"))
        self.models = ModelsState(self)
        self.painting = PaintingState(self.plan, self.photos, self)
        self.painting_panel = PaintingPanel(self.painting, self.models)
        self.plan_view = PlanView(self.plan, self.photos, self.painting, self.painting_panel)
        self.window.add_page("plan", self.plan_view, self.tr("Plan"))
        self.compare = CompareState(self)
        self.compare_view = CompareView(self.compare, self.plan)
        self.window.add_page("compare", self.compare_view, self.tr("Compare"))
        self.report = ReportState(self)
        self.report_view = ReportView(self.report)
        self.window.add_page("report", self.report_view, self.tr("Report"))
        self.letterheads = LetterheadKeeper(self.keeper, self.report_view.panel.letterhead_form, self.report)
        self.patient_screen = PatientScreen(self.compare)
        self.compare_view.panel.mirror_toggled.connect(self.patient_screen.set_mirrored)
        self.settings_view = SettingsView(self.settings)
        self.settings_view.settings_set.connect(self._on_settings)
        self.keeper.changed.connect(self.settings_view.show_settings)
        self.window.add_page("settings", self.settings_view)
        self.models_view = ModelsView(self.models)
        self.window.add_page("models", self.models_view)
        self.window.rail.add_tool("screen", self.tr("Patient screen"))
        self.window.rail.add_tool("models", self.tr("Models"), has_page=True)
        self.window.rail.add_tool("settings", self.tr("Settings"), has_page=True)
        self.window.rail.add_tool("open", self.tr("Open photo"))
        self.window.rail.add_tool("lock", self.tr("Lock"))
        self.window.rail.add_tool("theme", self.tr("Theme"))
        self.flow = PlanFlow(self.window, self.photos, self.plan, self.plan_view, self.engine)
        self.point_flow = PointFlow(self.window, self.photos, self.plan, self.plan_view, self.engine)
        self.compare_flow = CompareFlow(
            self.window, self.photos, self.plan, self.compare, self.compare_view, self.engine, self.painting
        )
        self._add_painting(store_factory, painter_factory)
        self.capture_flow = CaptureFlow(
            self.window,
            (self.capture, self.photos),
            self.capture_view,
            self.engine,
            (self.capture_bridge, self.cameras),
        )
        for view in (self.capture_view, self.plan_view, self.patient_view):
            view.files_given.connect(self._on_files)
        self.capture_view.start_wanted.connect(self._on_camera)
        self.patient_flow = PatientFlow(
            self.window,
            (self.patient, self.photos, self.plan),
            (self.unlock_view, self.patient_view),
            self.engine,
            self.project,
        )
        self.report_flow = ReportFlow(
            self.window,
            (self.patient, self.photos, self.plan, self.painting, self.report),
            self.report_view,
            (self.engine, self.project),
            self.patient_flow,
            self.letterheads.letterhead,
        )
        self.window.action_wanted.connect(self._on_action)
        self.patient.phase_changed.connect(self._on_phase)
        self.capture_view.picture.set_mirrored(self.settings.is_live_mirrored)
        self.window.closing.connect(self._on_closing)
        self.patient_flow.saved_all.connect(self._on_saved_all)
        self._is_leaving = self._is_told_to_end = False
        self.idle = IdleWatch(self.settings.lock_after_min, self)
        self.idle.became_idle.connect(self.patient_flow.lock)
        self.unlock_view.unlock_wanted.connect(self._on_signed_in)
        self.unlock_view.set_up_wanted.connect(self._on_signed_in)
        self.unlock_view.recover_wanted.connect(self._on_signed_in)
        self.window.step_shown.connect(self._on_step)
        self.window.rail.tool_chosen.connect(self._on_tool)
        self.window.set_keys(self.settings.keys)
        self._is_closed = False
        self.apply_theme(self.settings.theme)
        self.window.show_step("plan")
        self.patient_flow.begin()

    def _add_painting(
        self,
        store_factory: Callable[[], ModelStore],
        painter_factory: Callable[[Catalogue, ModelStore], LandmarkDiffPipeline],
    ) -> None:
        def painter() -> LandmarkDiffPipeline:
            return painter_factory(self.catalogue, store_factory())

        self.models_bridge = ModelsBridge(store_factory, self)
        self.models_flow = ModelsFlow(self.window, self.models, self.models_view, self.models_bridge)
        self.painting_bridge = PaintingBridge(painter, self)
        self.painting_flow = PaintingFlow(
            self.window,
            (self.painting, self.models, self.photos, self.plan),
            self.painting_panel,
            self.models_flow,
            self.painting_bridge,
        )

    @property
    def settings(self) -> Settings:
        return self.keeper.settings

    @property
    def is_at_rest(self) -> bool:
        """Whether every picture, table and preview shows what was chosen last, and all is saved."""
        return (
            self.project.is_idle
            and self.engine.is_idle
            and not self.previews.is_waiting
            and not self.plan_view.is_following
            and not self.patient_flow.is_waiting
            and not self.report_flow.is_waiting
        )

    def start(self) -> None:
        """Show the window, then load what is heavy behind it."""
        # PySide reads the source of every module that is imported after it, and the library keeps the lines.
        linecache.clearcache()
        self.window.show()
        self.engine.start()
        self.project.start()
        self.models_bridge.start()
        self.painting_bridge.start()
        handle = self.window.windowHandle()
        if handle is not None:
            self.idle.watch(handle)
        QTimer.singleShot(0, self._warm_up)

    def open_given(self, project: str) -> None:
        """Ask for the password of the project that the command line named."""
        self.patient_flow.ask_for_file(Path(project))

    @Slot(str)
    def on_started_again(self, project: str) -> None:
        """Come forward because the program was started once more."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if project:
            self.open_given(project)

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """Save and end, as the system asks."""
        self._is_told_to_end = True
        self.window.close()

    def apply_theme(self, theme: Theme) -> None:
        """Give every part the colours of a theme."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, theme)

        def icon_of(name: str) -> QIcon:
            return icon(name, theme)

        self.window.rail.set_icons(icon_of)
        self.plan_view.set_theme(theme, icon_of)
        self.compare_view.set_theme(theme)
        self.capture_view.set_theme(theme, icon_of)

    @Slot()
    def close(self) -> None:
        """End every thread; a second call does nothing."""
        if not self._is_closed:
            self._is_closed = True
            self.idle.rest()
            self.letterheads.keep()
            self.patient_screen.close()
            self.patient_flow.save()
            self.capture_flow.stop()
            self.capture_bridge.close()
            self.painting_bridge.close()
            self.models_bridge.close()
            self.engine.close()
            self.project.close()

    @Slot()
    def _warm_up(self) -> None:
        from landmarkdiff_app.workers.tasks.task import WarmUp

        if not self._is_closed:
            start_sweeping()
            self.engine.submit(WarmUp(), self._on_warm)
            self.models_flow.look()

    def _on_warm(self, _: object) -> None:
        linecache.clearcache()
        self.window.setProperty("is_warm", True)

    @Slot(object)
    def _on_closing(self, event: QCloseEvent) -> None:
        # SAFETY: a window that went while the disk was full would take the consultation with it.
        if self.patient_flow.has_unsaved:
            event.ignore()
            self._is_leaving = True
            self.patient_flow.save()
        elif self.report.key is not None and self.patient.phase is not Phase.LOCKED and not self._is_told_to_end:
            event.ignore()
            self.window.show_step("report")
            text = self.tr("Note the recovery key of the copy first; it is shown only now. Then close the window.")
            self.window.notices.show_notice(text, Level.WARNING)
        else:
            self.close()

    @Slot()
    def _on_saved_all(self) -> None:
        if self._is_leaving:
            self.window.close()

    @Slot(list)
    def _on_files(self, paths: list[Path]) -> None:
        projects = [path for path in paths if path.suffix.lower() == ".ldproj"]
        photos = [path for path in paths if path not in projects]
        if projects:
            self.patient_flow.ask_for_file(projects[0])
        elif photos:
            self.flow.load_files(photos)
            if self.window.step == "patient":
                self.window.show_step("plan")

    @Slot(object)
    def _on_settings(self, settings: Settings) -> None:
        self.keeper.change(settings)
        self.window.set_keys(settings.keys)
        self.idle.set_minutes(settings.lock_after_min)
        self.capture_view.picture.set_mirrored(settings.is_live_mirrored)

    @Slot(object)
    def _on_action(self, action: Action) -> None:
        if action is Action.BLANK_PATIENT_SCREEN:
            self.patient_screen.toggle_blank()

    @Slot()
    def _on_phase(self) -> None:
        # SAFETY: a locked workstation shows nobody's face, on neither screen.
        self.patient_screen.set_covered(self.patient.is_locked)
        if self.patient.phase is Phase.LOCKED:
            self.compare.clear()

    @Slot(str)
    def _on_camera(self, name: str) -> None:
        if name != self.settings.camera:
            self.keeper.change(replace(self.settings, camera=name))

    @Slot(str, str)
    def _on_signed_in(self, user: str, _: str) -> None:
        if user != self.settings.user:
            self.keeper.change(replace(self.settings, user=user))

    @Slot(str)
    def _on_step(self, name: str) -> None:
        self.letterheads.keep()
        # Whoever asks for the patients of a locked workstation is asked for the password.
        if name == "patient" and (self.patient.is_locked or self.patient.phase is Phase.NEW_WORKSTATION):
            self.window.show_step("unlock")
        elif name != "unlock":
            self.patient_flow.forget_file()

    @Slot(str)
    def _on_tool(self, name: str) -> None:
        if name in ("settings", "models"):
            self.window.show_step(name)
        elif name == "screen":
            if self.patient_screen.isVisible():
                self.patient_screen.hide()
            else:
                self.patient_screen.open(self.window.screen())
                self.window.activateWindow()
                if self.compare.comparison is None:
                    text = self.tr("The patient screen is blank until a comparison is shown; open Compare.")
                    self.window.notices.show_notice(text, Level.NEWS)
        elif name == "lock":
            self.patient_flow.lock()
        elif name == "open":
            if self.window.step not in ("capture", "compare", "report"):
                self.window.show_step("plan")
            self.plan_view.ask_for_files()
        elif name == "theme":
            other = Theme.LIGHT if self.settings.theme is Theme.DARK else Theme.DARK
            self.keeper.change(replace(self.settings, theme=other))
            self.apply_theme(other)
