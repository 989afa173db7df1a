"""What the patient sees on the second monitor: the pair alone, no name, no numbers, the mark always on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QStackedLayout, QWidget

from landmarkdiff_app.names import simulation_mark
from landmarkdiff_app.state.compare import CompareState
from landmarkdiff_app.widgets.before_after import BeforeAfter, Layout


class PatientScreen(QWidget):
    """A window without chrome; blank on request, when the workstation locks, and as long as there is no pair."""

    def __init__(self, compare: CompareState) -> None:
        # The keyboard stays with the surgeon's window, F2 and the lock with it.
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Patient screen"))
        self.setAccessibleName(self.tr("Patient screen"))
        self._compare = compare
        self._is_blank = self._is_covered = False
        self._is_mirrored = False
        self._pair = BeforeAfter()
        self._pair.set_layout(Layout.SIDE_BY_SIDE)
        self._pair.set_stage("#000000")
        # Nothing here takes keys, and nothing but the pair may be seen.
        self._pair.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stack = QStackedLayout(self)
        stack.addWidget(self._pair)
        compare.pictures_changed.connect(self._show_pair)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._on_screen_removed)
        self._show_pair()

    @property
    def pair(self) -> BeforeAfter:
        return self._pair

    @property
    def is_blank(self) -> bool:
        return self._is_blank or self._is_covered or self._pair.after.isNull()

    def open(self, own: QScreen) -> None:
        """Show it over all of a monitor that is not the surgeon's `own`; on the only one as an ordinary window."""
        others = [each for each in QGuiApplication.screens() if each is not own]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.resize(960, 600)
            self.show()

    @Slot(QScreen)
    def _on_screen_removed(self, _: QScreen) -> None:
        # SAFETY: without its monitor it would lie over the surgeon's window.
        self.hide()

    @Slot()
    def toggle_blank(self) -> None:
        """Blank it, or show the pair again."""
        self.set_blank(not self._is_blank)

    def set_blank(self, is_blank: bool) -> None:
        """Blank it or not."""
        self._is_blank = is_blank
        self._show_pair()

    def set_covered(self, is_covered: bool) -> None:
        """Show nothing as long as the workstation is locked, whatever the blank key says."""
        self._is_covered = is_covered
        self._show_pair()

    @Slot(bool)
    def set_mirrored(self, is_mirrored: bool) -> None:
        """Show the pair as in a mirror, and say so."""
        self._is_mirrored = is_mirrored
        self._pair.set_mirrored(is_mirrored)
        self._show_pair()

    @Slot()
    def _show_pair(self) -> None:
        comparison = self._compare.comparison
        if comparison is None or self._is_blank or self._is_covered:
            self._pair.set_images(QImage(), QImage())
            self._pair.set_texts(("", ""), "", "")
            return
        self._pair.set_images(comparison.before, comparison.after)
        texts = (self.tr("Before"), self.tr("Simulation"))
        if self._is_mirrored:
            texts = (self.tr("Before, as in a mirror"), self.tr("Simulation, as in a mirror"))
        self._pair.set_texts(texts, simulation_mark(), "")
