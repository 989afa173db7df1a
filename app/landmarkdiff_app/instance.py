"""One program per user: a second one hands its project over to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import os

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000
_LONGEST_BYTES = 8192


def instance_name(folder: str) -> str:
    """Return the name under which the program of this user and settings folder listens; it tells nothing."""
    text = f"{getpass.getuser()} {os.path.realpath(folder)}"
    return f"landmarkdiff-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def hand_over(name: str, project: str) -> bool:
    """Tell a program that runs already to come forward; return whether there was one."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(f"{project}\n".encode())
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return True


class InstanceListener(QObject):
    """Listens for later starts; announces the project that each was given, empty where there was none."""

    started_again = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # What a crash left behind must not keep the program from starting.
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(name)

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        socket.setParent(self)
        socket.readyRead.connect(self._on_read)
        socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _on_read(self) -> None:
        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        line = bytes(socket.readLine(_LONGEST_BYTES).data()).decode("utf-8", "replace").strip()
        self.started_again.emit(line)
