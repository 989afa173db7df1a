"""Report: the PDF as it will print, and on the right what it is made of and where it goes."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal, Slot
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from landmarkdiff_app.names import purpose_name
from landmarkdiff_app.state.report import Export, Hindrance, Outlet, ReportState
from landmarkdiff_app.views.report_panel import ReportPanel
from landmarkdiff_app.widgets.key_sheet import KeySheet
from landmarkdiff_app.widgets.label import make_label
from landmarkdiff_app.widgets.save_dialog import ask_where_to_save

if TYPE_CHECKING:
    from landmarkdiff_app.printing import Fonts

_KEY_PX = 560


class ReportView(QWidget):
    """Shows the report's state and announces what is to be written where."""

    pdf_wanted = Signal(object, object)
    export_wanted = Signal(object, object)
    copy_wanted = Signal(object, str)
    consents_wanted = Signal()
    letterhead_changed = Signal()
    again_wanted = Signal()
    key_noted = Signal()
    key_save_wanted = Signal(object, str)

    def __init__(self, state: ReportState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._state = state
        self.panel = ReportPanel(state)
        self._document = QPdfDocument(self)
        self._loaded = b""
        self._content = QByteArray()
        self._buffer = QBuffer(self._content, self)
        self._paper = QPdfView()
        self._paper.setDocument(self._document)
        self._paper.setPageMode(QPdfView.PageMode.MultiPage)
        self._paper.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._paper.setAccessibleName(self.tr("Preview of the report"))
        self._hint = make_label("", "title")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = QPushButton(self.tr("Make the report"))
        self._again.setAccessibleName(self._again.text())
        self._again.clicked.connect(self.again_wanted)
        # NOTE: always there. A paper that changes its height asks Qt for its pages, and Qt does not answer while one is
        # being drawn: the window stood still for a third of a second.
        self._about = make_label("", "caption")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._centred())
        self._pages.addWidget(self._paper)
        self._key_text = make_label("")
        self._key = KeySheet()
        self._key.noted.connect(self.key_noted)
        self._key.save_wanted.connect(self.key_save_wanted)
        self._pages.addWidget(self._key_page())
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._pages, 1)
        left.addWidget(self._about)
        self._about.setContentsMargins(16, 6, 16, 6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        self.panel.pdf_asked.connect(self._on_pdf)
        self.panel.export_asked.connect(self._on_export)
        self.panel.copy_asked.connect(self._on_copy)
        self.panel.consents_wanted.connect(self.consents_wanted)
        self.panel.letterhead_form.changed.connect(self.letterhead_changed)
        state.preview_changed.connect(self._show)
        state.key_changed.connect(self._on_key)
        self._show()

    @cached_property
    def fonts(self) -> Fonts:
        """The report's fonts, loaded in the window's thread as Qt demands; pages are printed in another one."""
        from landmarkdiff_app.printing import Fonts

        return Fonts()

    @property
    def page_count(self) -> int:
        """Pages of the preview that is shown; 0 where there is none."""
        return self._document.pageCount() if self._pages.currentWidget() is self._paper else 0

    @property
    def hint(self) -> QLabel:
        return self._hint

    @Slot()
    def _show(self) -> None:
        content = self._state.preview.content
        if content is not self._loaded:
            self._load(content)
        # NOTE: a key that nobody has noted yet stays until then, whatever else is chosen meanwhile.
        self._pages.setCurrentIndex(2 if self._state.key is not None else 1 if content else 0)
        self._hint.setText("" if content else self._hint_text())
        is_over = self._state.hindrance in (Hindrance.STOPPED, Hindrance.FAILED)
        self._again.setVisible(is_over and not self._state.is_busy)
        warnings = " ".join(self._state.preview.warnings)
        self._about.setText(self.tr("Making the preview ...") if self._state.is_busy else warnings)

    def _load(self, content: bytes) -> None:
        # NOTE: the document reads from the buffer as long as it is open, so the buffer goes after it.
        self._document.close()
        self._buffer.close()
        self._loaded, self._content = content, QByteArray(content)
        self._buffer.setBuffer(self._content)
        if content:
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)

    def _hint_text(self) -> str:
        if self._state.is_busy:
            return self.tr("The report is being made ...")
        missing = ", ".join(purpose_name(name) for name in self._state.coverage(Outlet.PDF).missing)
        texts = {
            Hindrance.NO_PATIENT: self.tr("Open a patient first; a report belongs to a patient's file."),
            Hindrance.NO_PHOTO: self.tr("Take or open photos first."),
            Hindrance.NO_CONSENT: self.tr("The patient has not agreed to this yet: {0}.").format(missing),
            Hindrance.READ_ONLY: self.tr(
                "This file can only be read, and the simulations of this plan are not in it yet. Copy the file to a "
                "disk that can be written, and open it there."
            ),
            Hindrance.STOPPED: self.tr("The report was stopped before it was made."),
            Hindrance.FAILED: self.tr("The report could not be made; the notice above says why."),
        }
        return texts[self._state.hindrance] if self._state.hindrance is not None else ""

    def _centred(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(48, 24, 48, 24)
        column.addStretch(1)
        column.addWidget(self._hint)
        column.addSpacing(16)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return holder

    def _key_page(self) -> QWidget:
        inside = QWidget()
        inside.setMaximumWidth(_KEY_PX)
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        column.addWidget(make_label(self.tr("Note the recovery key of the copy"), "headline"))
        column.addWidget(self._key_text)
        column.addWidget(self._key)
        holder = QWidget()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inside, 8)
        across.addStretch(1)
        outside = QVBoxLayout(holder)
        outside.addStretch(1)
        outside.addLayout(across)
        outside.addStretch(1)
        return holder

    @Slot()
    def _on_key(self) -> None:
        key = self._state.key
        if key is None:
            self._key.show_key("", "")
        else:
            text = self.tr(
                "It opens {0} if the password is lost. It is shown only now; send it to your colleague by another way "
                "than the file, or keep it on paper, in a safe."
            )
            self._key_text.setText(text.format(key.file_name))
            self._key.show_key(key.text, self.tr("Recovery key of {0}:").format(key.file_name))
        self._show()

    @Slot(object)
    def _on_pdf(self, password: str | None) -> None:
        suggested = "record.pdf" if self._state.choices.audience.value == "clinic" else "hand-out.pdf"
        path = ask_where_to_save(self, self.tr("Save the report"), suggested, self.tr("PDF (*.pdf)"))
        if path is not None:
            self.pdf_wanted.emit(path, password)

    @Slot(object)
    def _on_export(self, what: Export) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder for the files"))
        if folder:
            self.export_wanted.emit(what, Path(folder))

    @Slot(str)
    def _on_copy(self, password: str) -> None:
        kind = self.tr("Projects ({0})").format("*.ldproj")
        path = ask_where_to_save(self, self.tr("Save an encrypted copy"), "copy.ldproj", kind)
        if path is not None:
            self.copy_wanted.emit(path, password)
