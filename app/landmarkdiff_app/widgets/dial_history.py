"""The last seconds of one angle against its green band: whether a head comes to rest or wanders."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from collections import deque
from typing import Any

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

SPAN_S = 6.0
_MOST_FRAMES = 600
# Drawn this often by the clock of the frames: a plot needs no more, and the picture needs the time.
_EVERY_S = 0.1
_HEIGHT_PX = 30
# Shown up to this many times the green band.
_REACH = 3.0


class DialHistory(QWidget):
    """A strip that ends now; empty until the first frame."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames: deque[tuple[float, float]] = deque(maxlen=_MOST_FRAMES)
        self._green_deg = 1.0
        self._drawn_s: float | None = None
        self._colours = ("#5fce8a", "#eceff2", "#1e2227")
        self._plot: Any = None
        self._box: Any = None
        self._curve: Any = None
        self._band: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("{0}, the last seconds").format(name))

    def sizeHint(self) -> QSize:
        """Return room for one line of a plot."""
        return QSize(160, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, as a strip that is pressed together cannot be read."""
        return QSize(80, _HEIGHT_PX)

    def set_colours(self, good: str, text: str, ground: str) -> None:
        """Take the colours of a theme."""
        self._colours = (good, text, ground)
        if self._plot is not None:
            self._dress()

    def clear(self) -> None:
        """Forget everything, as with another view."""
        self._frames.clear()
        self._drawn_s = None
        if self._plot is not None:
            self._curve.setData([], [])

    def add(self, taken_s: float, off_deg: float | None, green_deg: float) -> None:
        """Take the angle of one frame: off its target by so much, None where it cannot be seen."""
        if self._frames and taken_s < self._frames[-1][0]:
            self.clear()
        self._frames.append((taken_s, float("nan") if off_deg is None else off_deg))
        self._green_deg = green_deg
        while taken_s - self._frames[0][0] > SPAN_S:
            self._frames.popleft()
        if self._plot is None:
            self._make_plot()
        if self._drawn_s is None or taken_s - self._drawn_s >= _EVERY_S:
            self._drawn_s = taken_s
            self._draw()

    def shown(self) -> tuple[list[float], list[float]]:
        """Return what the strip shows: seconds before now, and degrees off."""
        if self._plot is None:
            return [], []
        seconds, degrees = self._curve.getData()
        return ([], []) if seconds is None else (list(seconds), list(degrees))

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        self._plot = pg.GraphicsView(self)
        self._plot.setAccessibleName(self.accessibleName())
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # NOTE: a bare view box: three plots with axes would hold up the first frame by 40 ms.
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False)
        self._plot.setCentralItem(self._box)
        self._box.setXRange(-SPAN_S, 0.0, padding=0)
        self._band = pg.LinearRegionItem(orientation="horizontal", movable=False)
        self._curve = pg.PlotCurveItem()
        self._box.addItem(self._band, ignoreBounds=True)
        self._box.addItem(self._curve, ignoreBounds=True)
        self._column.addWidget(self._plot)
        self._dress()

    def _dress(self) -> None:
        import pyqtgraph as pg

        good, text, ground = self._colours
        self._plot.setBackground(QColor(ground))
        self._curve.setPen(pg.mkPen(text, width=2 * self.devicePixelRatioF()))
        shade = QColor(good)
        shade.setAlpha(90)
        self._band.setBrush(shade)
        for line in self._band.lines:
            line.setPen(pg.mkPen(None))

    def _draw(self) -> None:
        now_s = self._frames[-1][0]
        seconds = np.array([taken_s - now_s for taken_s, _ in self._frames])
        degrees = np.array([off_deg for _, off_deg in self._frames])
        reach = _REACH * self._green_deg
        self._band.setRegion((-self._green_deg, self._green_deg))
        self._box.setYRange(-reach, reach, padding=0)
        self._curve.setData(seconds, np.clip(degrees, -0.94 * reach, 0.94 * reach), connect="finite")
