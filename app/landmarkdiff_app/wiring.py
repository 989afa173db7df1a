"""The one place where parts are built and put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff_app.compare_flow import CompareFlow
from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.plan_flow import PlanFlow
from landmarkdiff_app.settings import Settings, SettingsFile
from landmarkdiff_app.state.compare import CompareState
from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.theme import Theme, apply_theme, icon
from landmarkdiff_app.views.compare_view import CompareView
from landmarkdiff_app.views.plan_view import PlanView
from landmarkdiff_app.widgets.notice_bar import Level
from landmarkdiff_app.workers.engine import Engine
from landmarkdiff_app.workers.engine_bridge import EngineBridge

if TYPE_CHECKING:
    from landmarkdiff.inference import LandmarkDiffPipeline


def make_pipeline(catalogue: Catalogue) -> LandmarkDiffPipeline:
    """Build the pipeline; called in the engine's thread, so that its libraries load behind the window."""
    from landmarkdiff.inference import LandmarkDiffPipeline

    return LandmarkDiffPipeline("tps", catalogue=catalogue)


class Program(QObject):
    """Everything that runs, and its end."""

    def __init__(
        self,
        settings_file: SettingsFile,
        *,
        pipeline_factory: Callable[[Catalogue], LandmarkDiffPipeline] = make_pipeline,
    ) -> None:
        super().__init__()
        self._file = settings_file
        self.settings = settings_file.load()
        self.catalogue = load_catalogue()
        self.photos = PhotosState(self)
        self.plan = PlanState(self.catalogue, self)
        self.window = MainWindow()
        self.engine = EngineBridge(Engine(self.catalogue, pipeline_factory), self)
        self.plan_view = PlanView(self.plan, self.photos)
        self.window.add_page("plan", self.plan_view, self.tr("Plan"))
        self.compare = CompareState(self)
        self.compare_view = CompareView(self.compare, self.plan)
        self.window.add_page("compare", self.compare_view, self.tr("Compare"))
        self.window.rail.add_tool("open", self.tr("Open photo"))
        self.window.rail.add_tool("theme", self.tr("Theme"))
        self.flow = PlanFlow(self.window, self.photos, self.plan, self.plan_view, self.engine)
        self.compare_flow = CompareFlow(
            self.window, self.photos, self.plan, self.compare, self.compare_view, self.engine
        )
        self.window.rail.tool_chosen.connect(self._on_tool)
        self.window.closing.connect(self.close)
        self.window.set_keys(self.settings.keys)
        self._is_closed = False
        self.apply_theme(self.settings.theme)
        self.window.show_step("plan")

    def start(self) -> None:
        """Show the window, then load what is heavy behind it."""
        self.window.show()
        self.engine.start()
        QTimer.singleShot(0, self._warm_up)

    def open_given(self, project: str) -> None:
        """Open the project that the command line named."""

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
        self.window.close()

    def change_settings(self, settings: Settings) -> None:
        """Use and remember other settings; what cannot be written is told, and used all the same."""
        self.settings = settings
        try:
            self._file.save(settings)
        except OSError as error:
            text = self.tr("The settings could not be saved: {0}. They hold until the program ends.")
            self.window.notices.show_notice(text.format(error.strerror or error), Level.WARNING)

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

    @Slot()
    def close(self) -> None:
        """End every thread; a second call does nothing."""
        if not self._is_closed:
            self._is_closed = True
            self.engine.close()

    @Slot()
    def _warm_up(self) -> None:
        from landmarkdiff_app.workers.engine_tasks import WarmUp

        if not self._is_closed:
            self.engine.submit(WarmUp(), self._on_warm)

    def _on_warm(self, _: object) -> None:
        self.window.setProperty("is_warm", True)

    @Slot(str)
    def _on_tool(self, name: str) -> None:
        if name == "open":
            self.plan_view.ask_for_files()
        elif name == "theme":
            other = Theme.LIGHT if self.settings.theme is Theme.DARK else Theme.DARK
            self.change_settings(replace(self.settings, theme=other))
            self.apply_theme(other)
