"""How much of what was wanted was achieved: a point with its uncertainty for each row, against a line at 100 %."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

_ROW_PX, _AXIS_PX = 26, 44
_MOST_PERCENT = 150.0
_NAME_LETTERS = 18


@dataclass(frozen=True, slots=True)
class Share:
    """One row: percent that were achieved, with one standard deviation; None where that cannot be seen."""

    name: str
    percent: float | None
    sd_percent: float = 0.0


class SharePlot(QWidget):
    """Made with its first rows, as the library takes its time."""

    def __init__(self, name: str, axis: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis_text = axis
        self._shares: tuple[Share, ...] = ()
        self._colours = ("#5aa9e6", "#eceff2", "#1e2227")
        self._plot: Any = None
        self._bars: Any = None
        self._points: Any = None
        self._line: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return room for the rows and the axis."""
        return QSize(240, _ROW_PX * len(self._shares) + _AXIS_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: rows that are pressed together cannot be read."""
        return self.sizeHint()

    @property
    def shares(self) -> tuple[Share, ...]:
        return self._shares

    def points(self) -> list[tuple[float, float]]:
        """Return what is drawn: percent and row, from above."""
        if self._points is None:
            return []
        return [(float(spot.pos().x()), float(spot.pos().y())) for spot in self._points.points()]

    def set_colours(self, accent: str, text: str, ground: str) -> None:
        """Take the colours of a theme."""
        self._colours = (accent, text, ground)
        if self._plot is not None:
            self._dress()

    def set_shares(self, shares: Sequence[Share]) -> None:
        """Show these rows."""
        self._shares = tuple(shares)
        self.setAccessibleDescription(", ".join(self._said(each) for each in self._shares))
        if self._shares and self._plot is None:
            self._make_plot()
        if self._plot is not None:
            self._draw()
        self.updateGeometry()

    def _said(self, share: Share) -> str:
        return share.name if share.percent is None else self.tr("{0}: {1} %").format(share.name, round(share.percent))

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        self._plot = pg.PlotWidget(self, enableMenu=False)
        self._plot.setAccessibleName(self.accessibleName())
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.invertY(True)
        self._plot.setXRange(0.0, _MOST_PERCENT, padding=0.02)
        self._bars = pg.ErrorBarItem(x=np.zeros(0), y=np.zeros(0), left=0.0, right=0.0, beam=0.25)
        self._points = pg.ScatterPlotItem(size=10, antialias=True)
        self._line = pg.InfiniteLine(100.0, angle=90)
        for item in (self._line, self._bars, self._points):
            self._plot.addItem(item, ignoreBounds=True)
        self._column.addWidget(self._plot)
        self._dress()

    def _dress(self) -> None:
        import pyqtgraph as pg

        accent, text, ground = self._colours
        self._plot.setBackground(QColor(ground))
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setPen(pg.mkPen(text))
            axis.setTextPen(pg.mkPen(text))
        self._plot.setLabel("bottom", self._axis_text, color=text)
        self._points.setBrush(pg.mkBrush(accent))
        self._points.setPen(pg.mkPen(text))
        self._bars.setData(pen=pg.mkPen(text, width=2 * self.devicePixelRatioF()))
        self._line.setPen(pg.mkPen(text, style=pg.QtCore.Qt.PenStyle.DashLine))

    def _draw(self) -> None:
        seen = [(row, each) for row, each in enumerate(self._shares) if each.percent is not None]
        rows = np.array([float(row) for row, _ in seen])
        percents = np.array([each.percent or 0.0 for _, each in seen])
        spreads = np.array([each.sd_percent for _, each in seen])
        self._points.setData(x=percents, y=rows)
        self._bars.setData(x=percents, y=rows, left=spreads, right=spreads)
        self._plot.setYRange(-0.6, len(self._shares) - 0.4, padding=0)
        self._plot.getAxis("left").setTicks([[(row, _short(each.name)) for row, each in enumerate(self._shares)]])


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LETTERS else f"{name[: _NAME_LETTERS - 1]}…"
