"""Start-up: a window in well under a second, or one clear sentence why there is none."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from landmarkdiff.errors import UsageProblem
from landmarkdiff_app.instance import InstanceListener, hand_over, instance_name
from landmarkdiff_app.settings import SettingsFile
from landmarkdiff_app.wiring import Program

# Python handles its signals between two events of Qt; an idle window has none.
_SIGNALS_EVERY_MS = 250


def start(project: Path | None = None) -> int:
    """Open the window and return the exit code when it is closed.

    Raises
    ------
    UsageProblem
        There is no screen to open a window on.
    """
    require_display()
    application = make_application(sys.argv[:1])
    settings = SettingsFile.of_user()
    name = instance_name(str(settings.folder))
    if hand_over(name, "" if project is None else str(project.absolute())):
        return 0
    translators = load_translations(application, settings.load().language)
    program = Program(settings)
    listener = InstanceListener(name, program)
    listener.started_again.connect(program.on_started_again)
    ticking = QTimer(program)
    ticking.start(_SIGNALS_EVERY_MS)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, program.on_signal)
    program.start()
    if project is not None:
        program.open_given(str(project.absolute()))
    code = application.exec()
    program.close()
    listener.close()
    del translators
    return code


def require_display() -> None:
    """Refuse to start where Qt would abort the process."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise UsageProblem(
            "There is no screen here to open a window on; start the program at a workstation, or use the other "
            "commands, which need none (landmarkdiff --help)."
        )


def make_application(arguments: list[str]) -> QApplication:
    """Return the application with its names set."""
    application = QApplication(arguments)
    application.setApplicationName("LandmarkDiff")
    application.setApplicationDisplayName("LandmarkDiff")
    return application


def load_translations(application: QApplication, language: str) -> list[QTranslator]:
    """Install a language: its texts, Qt's own, and how it writes numbers; return the translators, to be kept."""
    from landmarkdiff_resources import translation_path

    code = (language or QLocale.system().name()).partition("_")[0]
    installed = []
    ours = translation_path(code)
    QLocale.setDefault(_locale_of(code if ours else "en"))
    translator = QTranslator(application)
    # NOTE: by path, not by bytes: Qt would read them long after Python has freed them.
    if ours and translator.load(ours):
        application.installTranslator(translator)
        installed.append(translator)
        of_qt = QTranslator(application)
        if of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(of_qt)
            installed.append(of_qt)
    return installed


def _locale_of(code: str) -> QLocale:
    """Return how the language that is shown writes, in the system's own country where that speaks it."""
    name = QLocale.system().name()
    return QLocale(name if name.partition("_")[0] == code else code)
