"""The window: rail, notice bar, the step's own page, film strip. It arranges; it decides nothing."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from landmarkdiff_app.keys import Action
from landmarkdiff_app.widgets.film_strip import FilmStrip
from landmarkdiff_app.widgets.job_bar import JobBar
from landmarkdiff_app.widgets.notice_bar import NoticeBar
from landmarkdiff_app.widgets.rail import Rail

# A full-HD screen at 200 % has 960 x 540, less what the desktop takes for itself.
_LEAST_PX = (900, 500)
# Below this height the film strip leaves its room to the big picture.
_LOW_PX = 700

# Where a system gives the patient's screen the keyboard all the same, these work there too.
_REPEATED = frozenset({Action.UNDO, Action.REDO, Action.NEXT_VIEW, Action.PREVIOUS_VIEW})
_FROM_ANYWHERE = frozenset({Action.BLANK_PATIENT_SCREEN, Action.LOCK})


class MainWindow(QWidget):
    """Announces the step that was chosen and the actions whose keys were pressed."""

    step_shown = Signal(str)
    action_wanted = Signal(object)
    before_held = Signal(bool)
    closing = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window")
        self.setWindowTitle("LandmarkDiff")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = Rail()
        self.notices = NoticeBar()
        self.jobs = JobBar()
        self.strip = FilmStrip()
        self._pages = _Pages()
        self._views: dict[str, QWidget] = {}
        self._shortcuts: list[QShortcut] = []
        self._before_key = ""
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notices)
        right.addWidget(self._pages, 1)
        right.addWidget(self.jobs)
        right.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.rail.step_chosen.connect(self.show_step)
        self.setMinimumSize(*_LEAST_PX)
        room = self.screen().availableGeometry().size()
        self.resize(QSize(1360, 860).boundedTo(room))

    @property
    def step(self) -> str:
        """The step that is shown."""
        current = self._pages.currentWidget()
        return next((name for name, view in self._views.items() if view is current), "")

    def add_page(self, name: str, view: QWidget, text: str = "") -> None:
        """Add a page; one with a text is a step of the rail, others are shown by the program only."""
        self._views[name] = view
        # A click leaves the keyboard where it is: the space bar shows the photo, and presses no button that was
        # clicked a while ago.
        for button in view.findChildren(QAbstractButton):
            button.setFocusPolicy(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
        self._pages.addWidget(view)
        if text:
            self.rail.add_step(name, text)

    @Slot(str)
    def show_step(self, name: str) -> None:
        """Show a page."""
        self._pages.setCurrentWidget(self._views[name])
        self.rail.mark(name)
        self.step_shown.emit(name)

    def set_keys(self, keys: Mapping[Action, str]) -> None:
        """Give every action its key."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts.clear()
        self._before_key = keys.get(Action.SHOW_BEFORE, "")
        for action, key in keys.items():
            if key and action is not Action.SHOW_BEFORE:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setObjectName(action.value)
                # A pedal that is held must not take photos or blank the screen over and over.
                shortcut.setAutoRepeat(action in _REPEATED)
                if action in _FROM_ANYWHERE:
                    shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
                shortcut.activated.connect(self._on_shortcut)
                self._shortcuts.append(shortcut)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the photo itself while its key is held; buttons keep the space bar for themselves."""
        if self._is_before_key(event):
            if not event.isAutoRepeat():
                self.before_held.emit(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the plan again."""
        if self._is_before_key(event):
            if not event.isAutoRepeat():
                self.before_held.emit(False)
        else:
            super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Show the plan again where the key is let go in another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.before_held.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the big picture the room where the window is low."""
        super().resizeEvent(event)
        self.strip.set_compact(event.size().height() < _LOW_PX)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program save before the window goes; it may refuse the event."""
        event.accept()
        self.closing.emit(event)

    def _is_before_key(self, event: QKeyEvent) -> bool:
        return bool(self._before_key) and QKeySequence(event.keyCombination()).toString() == self._before_key

    @Slot()
    def _on_shortcut(self) -> None:
        self.action_wanted.emit(Action(self.sender().objectName()))


class _Pages(QStackedWidget):
    """Needs the room of the page that is shown, and not of the largest one."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()
