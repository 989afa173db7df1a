"""Models: what can be installed, what is here and whether it is sound; nothing is fetched without being asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from landmarkdiff.diffusion.device import DeviceKind
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff_app.names import device_text, mode_name
from landmarkdiff_app.state.models import ModelsOverview, ModelsState
from landmarkdiff_app.widgets.label import make_label, set_state
from landmarkdiff_app.widgets.model_card import ModelCard
from landmarkdiff_app.widgets.terms_sheet import TermsSheet

_WIDTH_PX = 860


class ModelsView(QWidget):
    """Shows the state of the models; announces what was asked for."""

    install_wanted = Signal(str)
    import_wanted = Signal(str, Path)
    verify_wanted = Signal(str)
    remove_wanted = Signal(str)
    terms_wanted = Signal(str)
    terms_accepted = Signal()
    terms_left = Signal()
    cancel_wanted = Signal()

    def __init__(self, state: ModelsState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._state = state
        self._cards: dict[str, ModelCard] = {}
        self._summary, self._lacking = make_label(""), make_label("")
        self._import = QPushButton(self.tr("Import from a folder ..."))
        self._import.setAccessibleName(self.tr("Import models from a folder"))
        self._import.clicked.connect(self._on_import_all)
        self._sheet = TermsSheet()
        self._sheet.accepted.connect(self.terms_accepted)
        self._sheet.left.connect(self.terms_left)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._stack = QStackedWidget()
        self._lay_out()
        state.overview_changed.connect(self._show)
        state.work_changed.connect(self._show_work)
        state.terms_changed.connect(self._show_terms)
        self._show()

    @Slot()
    def ask_for_folder(self, model_id: str) -> None:
        """Let a person choose the folder to import from; an empty id stands for every model that is found there."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder or USB stick with models"))
        if name:
            self.import_wanted.emit(model_id, Path(name))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(make_label(self.tr("Models"), "headline"), 1)
        head.addWidget(self._import)
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH_PX)
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._summary)
        column.addWidget(self._lacking)
        column.addLayout(self._column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._stack.addWidget(scroll)
        self._stack.addWidget(self._sheet)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._stack)

    @Slot()
    def _show(self) -> None:
        overview = self._state.overview
        if overview is None:
            self._summary.setText(self.tr("Looking for models ..."))
            self._lacking.hide()
            return
        self._summary.setText(self._summary_of(overview))
        self._lacking.setVisible(bool(overview.lacking))
        text = self.tr("The photorealistic modes need {0}; install the program with its extra “diffusion”.")
        self._lacking.setText(text.format(", ".join(overview.lacking)))
        set_state(self._lacking, "warn")
        for status in overview.statuses:
            if status.entry.id not in self._cards:
                self._add(ModelCard(status), status.entry.id)
            self._cards[status.entry.id].show_status(status, is_begun=status.entry.id in overview.begun)
        self._show_work()

    def _add(self, card: ModelCard, model_id: str) -> None:
        card.install_wanted.connect(self.install_wanted)
        card.import_wanted.connect(self.ask_for_folder)
        card.verify_wanted.connect(self.verify_wanted)
        card.remove_wanted.connect(self.remove_wanted)
        card.terms_wanted.connect(self.terms_wanted)
        card.cancel_wanted.connect(self.cancel_wanted)
        self._column.addWidget(card)
        self._cards[model_id] = card

    def _summary_of(self, overview: ModelsOverview) -> str:
        ready = ", ".join(mode_name(mode) for mode in overview.modes)
        lines = [
            self.tr("The geometric preview needs no model. Nothing here is fetched unless you ask for it."),
            self.tr("Ready: {0}.").format(ready) if ready else self._first_steps(overview),
            device_text(overview.device),
            self.tr("Folder: {0}").format(overview.folder),
        ]
        return "\n".join(lines)

    def _first_steps(self, overview: ModelsOverview) -> str:
        """Say which models a first picture needs here, and the two ways to get them."""
        first = Mode.CONTROLNET_FAST if overview.device.kind is DeviceKind.CPU else Mode.CONTROLNET
        text = self.tr(
            "No photorealistic mode is ready yet. To begin with, the mode {0} needs: {1}. Install fetches a model from "
            "its publisher. Without internet, Import takes it from a USB stick or from the models folder of another "
            "workstation. The others are optional."
        )
        return text.format(mode_name(first), ", ".join(overview.missing[first]))

    @Slot()
    def _show_work(self) -> None:
        busy = self._state.busy
        self._import.setEnabled(not busy)
        for model_id, card in self._cards.items():
            card.show_work(is_mine=model_id == busy, is_busy=bool(busy), progress=self._state.progress)

    @Slot()
    def _show_terms(self) -> None:
        overview, model_id = self._state.overview, self._state.terms_of
        if overview is None or not model_id:
            self._stack.setCurrentIndex(0)
            return
        self._sheet.show_terms(overview.status(model_id).entry, is_asking=self._state.is_asking)
        self._stack.setCurrentWidget(self._sheet)

    @Slot()
    def _on_import_all(self) -> None:
        self.ask_for_folder("")
