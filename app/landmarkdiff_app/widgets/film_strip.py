"""The views of the consultation along the lower edge; a click shows one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

THUMBNAIL_PX = 96
_COMPACT_PX = 40


class FilmStrip(QFrame):
    """Hidden as long as there is no photo."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_chosen)
        self._is_compact = self._is_covered = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self.hide()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._buttons)

    def set_views(self, views: list[tuple[str, str]]) -> None:
        """Show these views, as (id, text)."""
        if [name for name, _ in views] != list(self._buttons):
            self._rebuild(views)
        for name, text in views:
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)
            self._dress(self._buttons[name])
        self._show()

    def set_covered(self, is_covered: bool) -> None:
        """Show nothing as long as it is covered, whatever comes in."""
        self._is_covered = is_covered
        self._show()

    def set_compact(self, is_compact: bool) -> None:
        """Show small pictures beside their names, as in a low window."""
        if is_compact is not self._is_compact:
            self._is_compact = is_compact
            for button in self._buttons.values():
                self._dress(button)

    def set_image(self, name: str, image: QImage) -> None:
        """Show the picture of a view."""
        if name in self._buttons:
            ratio = self.devicePixelRatioF()
            side = round(THUMBNAIL_PX * ratio)
            pixmap = QPixmap.fromImage(
                image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            )
            pixmap.setDevicePixelRatio(ratio)
            button = self._buttons[name]
            is_first = button.icon().isNull()
            button.setIcon(QIcon(pixmap))
            if is_first:
                self._dress(button)

    def image_of(self, name: str) -> QImage:
        """Return the picture that a view shows."""
        return self._buttons[name].icon().pixmap(THUMBNAIL_PX, THUMBNAIL_PX).toImage()

    def set_current(self, name: str) -> None:
        """Mark the view that is on the big picture."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def _show(self) -> None:
        self.setVisible(bool(self._buttons) and not self._is_covered)

    def _rebuild(self, views: list[tuple[str, str]]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
        for number, (name, _) in enumerate(views):
            button = QToolButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, number)
            self._row.insertWidget(number, button)
            self._buttons[name] = button

    def _dress(self, button: QToolButton) -> None:
        side = _COMPACT_PX if self._is_compact else THUMBNAIL_PX
        beside, below = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(beside if self._is_compact else below)
        # A button of one size does not lay the window out anew with every picture; without one it has another size.
        button.ensurePolished()
        button.setFixedSize(button.sizeHint())

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(tuple(self._buttons)[number])
