"""What can be done about a project that does not open: the older one may be meant, or a backup takes its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from landmarkdiff.errors import Damaged, LandmarkDiffError, RolledBack
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.widgets.notice_bar import Level, NoticeBar
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.project_bridge import ProjectBridge

Receiver = Callable[[object], None]


class RescueFlow(QObject):
    """Lives in the GUI thread; explains a refusal and offers the way out of it, which a person has to choose."""

    older_accepted = Signal(str)

    def __init__(self, notices: NoticeBar, project: ProjectBridge, opened: Receiver, parent: QObject) -> None:
        super().__init__(parent)
        self._notices, self._project, self._opened = notices, project, opened
        self._name = ""
        notices.acted.connect(self._on_acted)

    def refused(self, name: str, error: LandmarkDiffError) -> None:
        """Say why a patient's project does not open, and what can be done."""
        self._name = name
        if isinstance(error, RolledBack):
            self._offer(engine_text(error.message), self.tr("Open the older one"), "older")
        elif isinstance(error, Damaged):
            look = partial(Cabinet.has_backup, name=name)
            self._project.run(look, partial(self._on_looked, engine_text(error.message)), self._on_failed)
        else:
            self._on_failed(error)

    def register_refused(self, error: LandmarkDiffError) -> None:
        """Offer a way to the register of patients where it is damaged or older than it was."""
        if isinstance(error, RolledBack):
            self._offer(engine_text(error.message), self.tr("Open the older one"), "register-older")
        elif isinstance(error, Damaged):
            self._offer(engine_text(error.message), self.tr("Restore the backup"), "register-restore")

    def file_refused(self, error: LandmarkDiffError) -> bool:
        """Offer to open an older file from elsewhere; return whether that is what is wrong."""
        if isinstance(error, RolledBack):
            self._name = ""
            self._offer(engine_text(error.message), self.tr("Open the older one"), "older")
        return isinstance(error, RolledBack)

    def _offer(self, text: str, action: str, code: str) -> None:
        self._notices.show_notice(text, Level.FAILURE, action=action, code=code)

    def _on_looked(self, text: str, has_backup: object) -> None:
        if has_backup:
            self._offer(text, self.tr("Restore the backup"), "restore")
        else:
            self._notices.show_notice(text, Level.FAILURE)

    def _on_failed(self, error: LandmarkDiffError) -> None:
        self._notices.show_notice(engine_text(error.message), Level.FAILURE)

    @Slot(str)
    def _on_acted(self, code: str) -> None:
        if code == "older":
            self.older_accepted.emit(self._name)
        elif code == "restore":
            self._project.run_after_jobs(partial(Cabinet.restore_entry, name=self._name), self._opened, self._on_failed)
