"""The last seconds of the three angles against their green bands: whether a head comes to rest or wanders."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

SPAN_S = 6.0
_MOST_FRAMES = 600
# Drawn this often by the clock of the frames: a plot needs no more, and the picture needs the time.
_EVERY_S = 0.1
_ROW_PX = 40
# Shown up to this many times the green band.
_REACH = 3.0


@dataclass(frozen=True, slots=True)
class DialReading:
    """One angle at one moment: off its target by so much, None where it cannot be seen, green within so much."""

    off_deg: float | None
    green_deg: float


class DialHistory(QWidget):
    """One strip for each angle; empty until the first frame."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._frames: deque[tuple[float, tuple[DialReading, ...]]] = deque(maxlen=_MOST_FRAMES)
        self._drawn_s: float | None = None
        self._colours = ("#5fce8a", "#eceff2", "#1e2227")
        self._strips: list[tuple[Any, Any, Any]] = []
        self._plots: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Angles of the last seconds"))

    def sizeHint(self) -> QSize:
        """Return room for one strip for each angle."""
        return QSize(160, _ROW_PX * len(self._names))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, as strips that are pressed together cannot be read."""
        return QSize(80, _ROW_PX * len(self._names))

    def set_colours(self, good: str, text: str, ground: str) -> None:
        """Take the colours of a theme."""
        self._colours = (good, text, ground)
        if self._plots is not None:
            self._dress()

    def clear(self) -> None:
        """Forget everything, as with another view."""
        self._frames.clear()
        self._drawn_s = None
        self._draw()

    def add(self, taken_s: float, readings: Sequence[DialReading]) -> None:
        """Take the angles of one frame."""
        if self._frames and taken_s < self._frames[-1][0]:
            self.clear()
        self._frames.append((taken_s, tuple(readings)))
        while taken_s - self._frames[0][0] > SPAN_S:
            self._frames.popleft()
        if self._plots is None:
            self._make_plots()
        if self._drawn_s is None or taken_s - self._drawn_s >= _EVERY_S:
            self._drawn_s = taken_s
            self._draw()

    def curve_of(self, number: int) -> tuple[list[float], list[float]]:
        """Return what the strip of an angle shows: seconds before now, and degrees off."""
        if not self._strips:
            return [], []
        seconds, degrees = self._strips[number][1].getData()
        return ([], []) if seconds is None else (list(seconds), list(degrees))

    def _make_plots(self) -> None:
        import pyqtgraph as pg

        self._plots = pg.GraphicsLayoutWidget(self)
        self._plots.ci.setContentsMargins(0, 0, 0, 0)
        self._plots.ci.setSpacing(2)
        for row in range(len(self._names)):
            # NOTE: bare view boxes: three plots with axes would hold up the first frame by 40 ms.
            box = self._plots.addViewBox(row=row, col=0, enableMouse=False, enableMenu=False)
            box.setXRange(-SPAN_S, 0.0, padding=0)
            band = pg.LinearRegionItem(orientation="horizontal", movable=False)
            curve = pg.PlotCurveItem()
            box.addItem(band, ignoreBounds=True)
            box.addItem(curve, ignoreBounds=True)
            self._strips.append((box, curve, band))
        self._column.addWidget(self._plots)
        self._dress()

    def _dress(self) -> None:
        import pyqtgraph as pg

        good, text, ground = self._colours
        self._plots.setBackground(QColor(ground))
        for _, curve, band in self._strips:
            curve.setPen(pg.mkPen(text, width=2))
            shade = QColor(good)
            shade.setAlpha(90)
            band.setBrush(shade)
            for line in band.lines:
                line.setPen(pg.mkPen(None))

    def _draw(self) -> None:
        if not self._frames:
            for _, curve, _ in self._strips:
                curve.setData([], [])
            return
        now_s, newest = self._frames[-1]
        seconds = np.array([taken_s - now_s for taken_s, _ in self._frames])
        for number, (box, curve, band) in enumerate(self._strips):
            green = newest[number].green_deg
            values = [readings[number].off_deg for _, readings in self._frames]
            degrees = np.array([np.nan if value is None else value for value in values])
            reach = _REACH * green
            band.setRegion((-green, green))
            box.setYRange(-reach, reach, padding=0)
            curve.setData(seconds, np.clip(degrees, -reach, reach), connect="finite")
