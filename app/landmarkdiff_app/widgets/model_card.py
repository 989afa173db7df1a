"""One model: what it is for, whether it is here and sound, under which terms, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from landmarkdiff.progress import Progress
from landmarkdiff.weights.store import ModelState, ModelStatus
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.model_texts import model_text
from landmarkdiff_app.numbers import size_text
from landmarkdiff_app.stages import progress_text
from landmarkdiff_app.widgets.flow_row import FlowRow
from landmarkdiff_app.widgets.label import make_label, set_state

_COLOURS = {
    ModelState.VERIFIED: "good",
    ModelState.UNVERIFIED: "warn",
    ModelState.UNCHECKED: "warn",
    ModelState.INCOMPLETE: "warn",
    ModelState.DAMAGED: "bad",
}


class ModelCard(QFrame):
    """Announces what was asked for, by the id of its model."""

    install_wanted = Signal(str)
    import_wanted = Signal(str)
    verify_wanted = Signal(str)
    remove_wanted = Signal(str)
    terms_wanted = Signal(str)
    cancel_wanted = Signal()

    def __init__(self, status: ModelStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._id = status.entry.id
        label = status.entry.label
        self._state, self._facts = make_label("", "title"), make_label("", "caption")
        self._terms, self._problem, self._place = make_label(""), make_label(""), make_label("", "caption")
        self._install = self._button(self.tr("Install"), self.tr("Install {0}").format(label), self._on_install)
        self._import = self._button(
            self.tr("Import ..."), self.tr("Import {0} from a folder").format(label), self._on_import
        )
        self._verify = self._button(self.tr("Verify"), self.tr("Verify {0}").format(label), self._on_verify)
        self._remove = self._button(self.tr("Remove"), self.tr("Remove {0}").format(label), self._on_remove)
        self._read = self._button(self.tr("Terms of use"), self.tr("Terms of use of {0}").format(label), self._on_terms)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of {0}").format(label))
        self._stage = make_label("", "caption")
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the work on {0}").format(label))
        self._cancel.clicked.connect(self.cancel_wanted)
        self._lay_out(status)
        self.show_status(status)
        self.show_work(is_mine=False, is_busy=False, progress=None)

    def show_status(self, status: ModelStatus, *, is_begun: bool = False) -> None:
        """Show what is known of the model; `is_begun` where a part of it was fetched and waits to be continued."""
        state = status.state
        self._state.setText(self._state_name(status))
        set_state(self._state, _COLOURS.get(state, "") if status.is_licence_accepted else "warn")
        self._facts.setText(self._facts_of(status))
        self._terms.setText(self._terms_of(status))
        self._terms.setVisible(not status.entry.licence.allows_commercial_use or not status.is_licence_accepted)
        set_state(self._terms, "warn")
        self._problem.setText(self._problem_of(status))
        self._problem.setVisible(bool(self._problem.text()))
        set_state(self._problem, "bad" if state is ModelState.DAMAGED else "")
        is_here = state is not ModelState.MISSING
        self._place.setText(str(status.folder))
        self._place.setVisible(is_here)
        needs_files = not state.is_usable and state is not ModelState.UNCHECKED
        self._install.setText(self.tr("Continue") if is_begun else self.tr("Install"))
        for button, is_shown in (
            (self._install, needs_files),
            (self._import, needs_files),
            (self._verify, is_here),
            (self._remove, is_here),
        ):
            button.setVisible(is_shown)

    def show_work(self, *, is_mine: bool, is_busy: bool, progress: Progress | None) -> None:
        """Show how far the work on this model is; while another is worked on only the terms can be read."""
        for part in (self._bar, self._stage, self._cancel):
            part.setVisible(is_mine)
        for button in (self._install, self._import, self._verify, self._remove):
            button.setEnabled(not is_busy)
        self._bar.setValue(0 if progress is None else round(1000 * progress.fraction))
        self._stage.setText(self.tr("Waiting ...") if progress is None else progress_text(progress))

    def _lay_out(self, status: ModelStatus) -> None:
        head = QHBoxLayout()
        head.addWidget(make_label(status.entry.label, "title"), 1)
        head.addWidget(self._state)
        self._state.setWordWrap(False)
        buttons = QWidget()
        row = FlowRow(buttons)
        for button in (self._install, self._import, self._verify, self._remove, self._read):
            row.addWidget(button)
        work = QHBoxLayout()
        work.addWidget(self._bar, 1)
        work.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(make_label(model_text(status.entry.purpose)))
        for part in (self._facts, self._terms, self._problem, self._place, buttons, self._stage):
            column.addWidget(part)
        column.addLayout(work)

    def _button(self, text: str, name: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.clicked.connect(slot)
        return button

    def _state_name(self, status: ModelStatus) -> str:
        names = {
            ModelState.MISSING: self.tr("Not here"),
            ModelState.INCOMPLETE: self.tr("Incomplete"),
            ModelState.UNCHECKED: self.tr("Not checked"),
            ModelState.UNVERIFIED: self.tr("Unverified"),
            ModelState.VERIFIED: self.tr("Verified"),
            ModelState.DAMAGED: self.tr("Damaged"),
        }
        name = names[status.state]
        is_off = status.state.is_usable and not status.is_licence_accepted
        return self.tr("{0} · off").format(name) if is_off else name

    def _facts_of(self, status: ModelStatus) -> str:
        entry = status.entry
        facts = [_size_of(status), self.tr("needs about {0} of memory").format(size_text(entry.memory_mib * 2**20))]
        if entry.modes:
            facts.append(self.tr("needed by {0}").format(", ".join(entry.modes)))
        facts.append(entry.licence.title)
        return " · ".join(facts)

    def _terms_of(self, status: ModelStatus) -> str:
        parts = []
        if not status.entry.licence.allows_commercial_use:
            parts.append(self.tr("Not for commercial use."))
        if not status.is_licence_accepted:
            parts.append(self.tr("Off until its terms of use are accepted."))
        return " ".join(parts)

    def _problem_of(self, status: ModelStatus) -> str:
        known = sum(1 for file in status.entry.files if file.sha256)
        problem = engine_text(status.problem).rstrip(".")
        texts = {
            ModelState.DAMAGED: self.tr("{0}. It is never loaded: install it again, or remove it.").format(problem),
            ModelState.INCOMPLETE: self.tr("{0}. What has arrived is kept.").format(problem),
            ModelState.UNCHECKED: self.tr("Put there by hand; it is used once it has been verified."),
            ModelState.UNVERIFIED: self.tr(
                "Hashed here; the right hash of {0} of its {1} files is not known in advance."
            ).format(len(status.entry.files) - known, len(status.entry.files)),
        }
        return texts.get(status.state, "")

    @Slot()
    def _on_install(self) -> None:
        self.install_wanted.emit(self._id)

    @Slot()
    def _on_import(self) -> None:
        self.import_wanted.emit(self._id)

    @Slot()
    def _on_verify(self) -> None:
        self.verify_wanted.emit(self._id)

    @Slot()
    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._id)

    @Slot()
    def _on_terms(self) -> None:
        self.terms_wanted.emit(self._id)


def _size_of(status: ModelStatus) -> str:
    from PySide6.QtCore import QCoreApplication

    if status.size_on_disk_bytes:
        return QCoreApplication.translate("ModelCard", "{0} on the disk").format(size_text(status.size_on_disk_bytes))
    weights = [file for file in status.entry.files if file.path.suffix not in {".json", ".txt"}]
    known = sum(file.size_bytes for file in weights)
    if all(file.size_bytes for file in weights):
        return QCoreApplication.translate("ModelCard", "{0} to fetch").format(size_text(known))
    if known:
        return QCoreApplication.translate("ModelCard", "at least {0} to fetch").format(size_text(known))
    return QCoreApplication.translate("ModelCard", "size not known in advance")
