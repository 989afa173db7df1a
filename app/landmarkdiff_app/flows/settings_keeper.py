"""The settings of this user, and the letterhead among them: used at once, written as soon as they change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from landmarkdiff.report.options import Letterhead
from landmarkdiff.report.wording import languages
from landmarkdiff_app.settings import Settings, SettingsFile
from landmarkdiff_app.state.report import ReportState
from landmarkdiff_app.views.letterhead_form import LetterheadForm
from landmarkdiff_app.widgets.notice_bar import Level, NoticeBar


class SettingsKeeper(QObject):
    """Lives in the GUI thread."""

    changed = Signal(object)

    def __init__(self, file: SettingsFile, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._file, self._notices = file, notices
        self.settings = file.load()

    def change(self, settings: Settings) -> None:
        """Use and remember other settings; what cannot be written is told, and used all the same."""
        self.settings = settings
        self.changed.emit(settings)
        try:
            self._file.save(settings)
        except OSError as error:
            text = self.tr("The settings could not be saved: {0}. They hold until the program ends.")
            self._notices.show_notice(text.format(error.strerror or error), Level.WARNING)


class LetterheadKeeper:
    """The letterhead of the reports between its form and the settings."""

    def __init__(self, keeper: SettingsKeeper, form: LetterheadForm, report: ReportState) -> None:
        self._keeper, self._form, self._report = keeper, form, report
        kept = keeper.settings
        form.set_letterhead(kept.clinic, kept.clinic_lines, kept.surgeon, kept.logo)
        spoken = (kept.language or QLocale.system().name()).partition("_")[0]
        page, language = kept.paper if kept.paper == "letter" else "a4", spoken if spoken in languages() else "en"
        report.choose(replace(report.choices, page=page, language=language))

    def letterhead(self) -> Letterhead:
        """Return the letterhead as it is typed; a logo that cannot be read is told beside it and left out."""
        clinic, lines, surgeon, logo = self._form.letterhead
        picture, problem = b"", ""
        if logo:
            try:
                picture = Path(logo).read_bytes()
            except (OSError, ValueError) as error:
                problem = getattr(error, "strerror", "") or str(error)
        self._form.set_logo_unreadable(problem)
        return Letterhead(clinic, tuple(lines.splitlines()), surgeon, picture)

    def keep(self) -> None:
        """Remember what was typed."""
        clinic, lines, surgeon, logo = self._form.letterhead
        now = self._keeper.settings
        kept = replace(
            now, clinic=clinic, clinic_lines=lines, surgeon=surgeon, logo=logo, paper=self._report.choices.page
        )
        if kept != now:
            self._keeper.change(kept)
