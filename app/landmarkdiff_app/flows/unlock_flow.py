"""Setting the workstation up, unlocking it, and the recovery key where a password is lost."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from landmarkdiff.errors import LandmarkDiffError, ProjectNotWritten
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.state.patient import PatientState, Phase, Saving
from landmarkdiff_app.views.unlock_view import UnlockView
from landmarkdiff_app.widgets.notice_bar import Level, NoticeBar
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.key_file import save_key
from landmarkdiff_app.workers.project_bridge import ProjectBridge


class UnlockFlow(QObject):
    """Lives in the GUI thread; tells who may go on, and opens no patient."""

    unlocked = Signal(object)
    identified = Signal()
    register_refused = Signal(object)

    def __init__(
        self, notices: NoticeBar, state: PatientState, view: UnlockView, project: ProjectBridge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._notices, self._state, self._view, self._project = notices, state, view, project
        notices.acted.connect(self._on_acted)
        view.set_up_wanted.connect(self._on_set_up)
        view.unlock_wanted.connect(self._on_unlock)
        view.recover_wanted.connect(self._on_recover)
        view.recovery_noted.connect(self._on_recovery_noted)
        view.key_save_wanted.connect(self._on_key_save_wanted)

    def refused(self, error: LandmarkDiffError) -> None:
        """Say on the card why it does not open, and let it be tried again."""
        self._view.show_problem(engine_text(error.message))
        self._view.focus_first()

    @Slot(str, str)
    def _on_set_up(self, user: str, password: str) -> None:
        self._project.run(lambda cabinet: cabinet.set_up(user, password), self._on_set_up_done, self.refused)

    def _on_set_up_done(self, key: object) -> None:
        self._view.show_recovery_key(str(key))

    @Slot()
    def _on_recovery_noted(self) -> None:
        self._project.run(Cabinet.entries, self.unlocked.emit, self._on_failed)

    @Slot(object, str)
    def _on_key_save_wanted(self, path: Path, key: str) -> None:
        self._project.run(partial(save_key, path=path, key=key), self._on_key_saved, self._on_failed)

    def _on_key_saved(self, path: object) -> None:
        text = self.tr("The recovery key is in {0}. Keep that file away from this computer.")
        self._notices.show_notice(text.format(path), Level.NEWS)

    @Slot(str, str)
    def _on_unlock(self, user: str, password: str) -> None:
        if self._state.phase is Phase.HELD:
            back = partial(Cabinet.come_back, user=user, password=password)
            self._project.run(back, self._on_back, self._on_register_refused)
        else:
            errand = partial(Cabinet.unlock, user=user, password=password)
            self._project.run(errand, self.unlocked.emit, self._on_register_refused)

    @Slot(str, str, str)
    def _on_recover(self, user: str, key: str, password: str) -> None:
        renew = partial(Cabinet.renew_password, user=user, key=key, password=password)
        if self._state.phase is Phase.HELD:
            self._project.run(renew, self._on_renewed_while_held, self._on_not_renewed_while_held)
        else:
            self._project.run(renew, self._on_renewed, self.refused)

    def _on_renewed_while_held(self, _: object) -> None:
        self._tell_renewed()
        self._project.run(Cabinet.resume, self._on_back, self._on_register_refused)

    def _on_not_renewed_while_held(self, error: LandmarkDiffError) -> None:
        if not isinstance(error, ProjectNotWritten):
            self.refused(error)
            return
        self.identified.emit()
        text = self.tr("The new password could not be saved, so the old one still holds. {0}")
        self._tell(text.format(engine_text(error.message)), Level.WARNING)

    def _on_renewed(self, _: object) -> None:
        self._tell_renewed()
        self._project.run(Cabinet.open_register, self.unlocked.emit, self._on_register_refused)

    def _tell_renewed(self) -> None:
        text = self.tr("The new password is set. The recovery key stays as it is; keep it where it was.")
        self._tell(text, Level.NEWS)

    def _tell(self, text: str, level: Level) -> None:
        # What waits to be saved keeps its button.
        is_unsaved = self._state.saving is Saving.FAILED
        action, code = (self.tr("Save again"), "save") if is_unsaved else ("", "")
        self._notices.show_notice(text, Level.WARNING if is_unsaved else level, action=action, code=code)

    def _on_back(self, entries: object) -> None:
        if entries is None:
            self.identified.emit()
        else:
            self.unlocked.emit(entries)

    def _on_register_refused(self, error: LandmarkDiffError) -> None:
        self.refused(error)
        self.register_refused.emit(error)

    @Slot(str)
    def _on_acted(self, code: str) -> None:
        if code == "register-restore":
            self._project.run(Cabinet.restore_register, self.unlocked.emit, self.refused)
        elif code == "register-older":
            self._project.run(Cabinet.accept_register, self.unlocked.emit, self.refused)

    def _on_failed(self, error: LandmarkDiffError) -> None:
        self._notices.show_notice(engine_text(error.message), Level.FAILURE)
