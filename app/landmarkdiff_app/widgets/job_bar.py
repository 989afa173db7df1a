"""Work in the background: stage, fraction, time left, cancel."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from landmarkdiff.progress import Progress
from landmarkdiff_app.widgets.label import make_label


class JobBar(QFrame):
    """Shows the job whose progress came last; hidden where nothing runs."""

    cancel_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._number = 0
        self._is_stopping = False
        self._text = make_label("")
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(220)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the work"))
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        self.hide()

    @Slot(int, object)
    def show_progress(self, number: int, progress: Progress) -> None:
        """Show how far a job is; one that was asked to stop shows only that."""
        if self._is_stopping and number == self._number:
            return
        self._number, self._is_stopping = number, False
        self._cancel.setEnabled(True)
        self._bar.setValue(round(100 * progress.fraction))
        stage = self._stage(progress.stage)
        if progress.seconds_left is not None:
            stage = self.tr("{0}, about {1} s left").format(stage, round(progress.seconds_left))
        self._text.setText(stage)
        self.show()

    @Slot(int)
    def end(self, number: int) -> None:
        """Hide the bar if it shows this job."""
        if number == self._number:
            self._is_stopping = False
            self.hide()

    @Slot()
    def _on_cancel(self) -> None:
        self._is_stopping = True
        self._cancel.setEnabled(False)
        self._text.setText(self.tr("Stopping ..."))
        self.cancel_wanted.emit(self._number)

    def _stage(self, stage: str) -> str:
        names = {
            "reading": self.tr("Reading the photo"),
            "face": self.tr("Finding the face"),
            "checking": self.tr("Checking the view"),
            "field": self.tr("Computing the change"),
            "mask": self.tr("Drawing the mask"),
            "warp": self.tr("Moving the skin"),
            "composite": self.tr("Blending"),
            "saving": self.tr("Saving"),
            "opening": self.tr("Opening"),
            "pictures": self.tr("Reading the pictures"),
            "animation": self.tr("Making the animation"),
            "dicom": self.tr("Making the DICOM files"),
            "layout": self.tr("Laying out the pages"),
            "writing": self.tr("Writing the files"),
            "export": self.tr("Copying the project"),
        }
        return names.get(stage, stage)
