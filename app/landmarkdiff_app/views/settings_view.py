"""Settings: language, auto-lock, shutter, and the key of every action; a foot pedal is a keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QKeySequenceEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from landmarkdiff_app.keys import STEP_KEYS, Action
from landmarkdiff_app.settings import LOCK_RANGE_MIN, Settings
from landmarkdiff_app.widgets.clear_button import add_clear_button
from landmarkdiff_app.widgets.label import make_label, set_state

_LANGUAGES = (("", "System"), ("en", "English"), ("de", "Deutsch"))

_AS_SHOWN = QKeySequence.SequenceFormat.NativeText
_SPACE_PX = 5


class SettingsView(QWidget):
    """Announces the whole table whenever one choice was changed."""

    settings_set = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._settings = settings
        self._language = QComboBox()
        self._language.setAccessibleName(self.tr("Language"))
        for code, name in _LANGUAGES:
            self._language.addItem(self.tr("As the system") if not code else name, code)
        self._language.setCurrentIndex(max(0, self._language.findData(settings.language)))
        self._minutes = QSpinBox()
        # A style sheet does not reach the text of such a field.
        self._minutes.lineEdit().setTextMargins(_SPACE_PX, 0, 0, 0)
        self._minutes.setRange(*LOCK_RANGE_MIN)
        self._minutes.setValue(settings.lock_after_min)
        self._minutes.setAccessibleName(self.tr("Minutes until the workstation locks"))
        self._mirrored = QCheckBox(self.tr("Show the live picture as in a mirror"))
        self._mirrored.setChecked(settings.is_live_mirrored)
        self._mirrored.setAccessibleName(self._mirrored.text())
        self._keys: dict[Action, QKeySequenceEdit] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(10)
        form.addRow(make_label(self.tr("Settings"), "headline"))
        form.addRow(self.tr("Language"), self._language)
        form.addRow("", make_label(self.tr("The language changes at the next start."), "caption"))
        form.addRow(self.tr("Lock after minutes without use"), self._minutes)
        form.addRow("", self._mirrored)
        form.addRow(make_label(self.tr("Keys and foot pedal"), "title"))
        self._told = make_label(self.tr("Click a field and press the key or the pedal."), "caption")
        form.addRow("", self._told)
        for action in Action:
            edit = QKeySequenceEdit(QKeySequence(settings.keys[action]))
            edit.setMaximumSequenceLength(1)
            add_clear_button(edit, self.tr("No key for: {0}").format(self._action_name(action)))
            edit.setObjectName(action.value)
            edit.setAccessibleName(self._action_name(action))
            edit.editingFinished.connect(self._on_key)
            form.addRow(self._action_name(action), edit)
            self._keys[action] = edit
        inside = QWidget()
        inside.setMaximumWidth(720)
        inside.setLayout(form)
        form.setContentsMargins(32, 24, 32, 24)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self._language.currentIndexChanged.connect(self._on_changed)
        self._minutes.valueChanged.connect(self._on_changed)
        self._mirrored.toggled.connect(self._on_changed)

    def show_settings(self, settings: Settings) -> None:
        """Take a table that was changed elsewhere."""
        self._settings = settings
        for action, edit in self._keys.items():
            edit.setKeySequence(QKeySequence(settings.keys[action]))

    @Slot()
    def _on_changed(self) -> None:
        self._settings = replace(
            self._settings,
            language=self._language.currentData(),
            lock_after_min=self._minutes.value(),
            is_live_mirrored=self._mirrored.isChecked(),
        )
        self.settings_set.emit(self._settings)

    @Slot()
    def _on_key(self) -> None:
        edit = self.sender()
        assert isinstance(edit, QKeySequenceEdit)
        action, key = Action(edit.objectName()), edit.keySequence().toString()
        if key in STEP_KEYS:
            self.show_settings(self._settings)
            self._tell(self.tr("{0} opens a step of the consultation; choose another key.").format(key))
            return
        before = next((each for each, text in self._settings.keys.items() if text == key and key), action)
        changed = self._settings.with_key(action, key)
        if changed != self._settings:
            self.show_settings(changed)
            self.settings_set.emit(changed)
        if before is not action:
            text = self.tr("{0} was the key of “{1}”, which has none now.")
            self._tell(text.format(edit.keySequence().toString(_AS_SHOWN), self._action_name(before)))

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        set_state(self._told, "warn")

    def _action_name(self, action: Action) -> str:
        names = {
            Action.SHOW_BEFORE: self.tr("Hold to see before"),
            Action.NEXT_VIEW: self.tr("Next view"),
            Action.PREVIOUS_VIEW: self.tr("Previous view"),
            Action.RESET: self.tr("Reset the procedure"),
            Action.UNDO: self.tr("Undo"),
            Action.REDO: self.tr("Redo"),
            Action.MIRROR: self.tr("Mirror the picture"),
            Action.BLANK_PATIENT_SCREEN: self.tr("Blank the patient screen"),
            Action.SHUTTER: self.tr("Take the photo"),
            Action.RETAKE: self.tr("Retake the photo"),
            Action.LOCK: self.tr("Lock"),
        }
        return names[action]
