"""Notices that nobody has touched the window for a while."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Watches windows of the system, not every event of the program, which would cost time under a slider."""

    became_idle = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.became_idle)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Wait this long from now on."""
        self._timer.setInterval(minutes * 60_000)

    def watch(self, window: QObject) -> None:
        """Count input of a window as a sign of life."""
        window.installEventFilter(self)
        self._timer.start()

    def rest(self) -> None:
        """Wait no longer, as when the program is locked; the next sign of life starts the wait anew."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start the wait anew at every sign of life."""
        if event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False
