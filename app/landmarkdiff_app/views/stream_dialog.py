"""Asks for the address of a camera in the network."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from landmarkdiff_app.widgets.label import make_label

_SCHEMES = ("http", "https", "rtsp")
_WIDTH_PX = 460


class StreamDialog(QDialog):
    """Gives an address only where it can be one."""

    address_given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Network stream"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(_WIDTH_PX)
        self._address = QLineEdit()
        self._address.setAccessibleName(self.tr("Address of the stream"))
        self._address.setPlaceholderText("http://192.168.0.20:8080/video")
        buttons = QDialogButtonBox()
        self._use = buttons.addButton(self.tr("Use this stream"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._use.setAccessibleName(self._use.text())
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAccessibleName(cancel.text())
        column = QVBoxLayout(self)
        column.addWidget(
            make_label(
                self.tr(
                    "A camera, phone or capture box that sends MJPEG or RTSP in the network of this clinic. The "
                    "program only reads from it; no picture leaves this computer."
                )
            )
        )
        column.addWidget(self._address)
        column.addWidget(buttons)
        self._address.textChanged.connect(self._on_text)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._on_text("")

    @Slot(str)
    def _on_text(self, text: str) -> None:
        parts = urlsplit(text.strip())
        self._use.setEnabled(parts.scheme.lower() in _SCHEMES and bool(parts.hostname))

    @Slot()
    def _on_accepted(self) -> None:
        self.address_given.emit(self._address.text().strip())
        self.accept()
