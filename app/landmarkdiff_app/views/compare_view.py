"""Compare: before and after in every way that helps to talk about them."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QStackedWidget, QVBoxLayout, QWidget

from landmarkdiff_app.catalogue_texts import catalogue_text
from landmarkdiff_app.names import simulation_mark, stop_name, view_name
from landmarkdiff_app.state.compare import CompareState, Way
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.theme import COLOURS, Theme
from landmarkdiff_app.views.compare_panel import ComparePanel
from landmarkdiff_app.views.face_points import contour_overlay
from landmarkdiff_app.widgets.before_after import BeforeAfter, Layout
from landmarkdiff_app.widgets.canvas import Canvas
from landmarkdiff_app.widgets.tile_grid import TileGrid

_FADE_MS = 3200
_LAYOUTS = {Way.WIPE: Layout.WIPE, Way.SIDE_BY_SIDE: Layout.SIDE_BY_SIDE, Way.FADE: Layout.FADE}


class CompareView(QWidget):
    """Shows the state of the comparison; changes only the way of comparing."""

    def __init__(self, state: CompareState, plan: PlanState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._state, self._plan = state, plan
        self._is_mirrored = False
        self._pair = BeforeAfter()
        self._tiles = TileGrid()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pair)
        self._stack.addWidget(self._tiles)
        self._outline = Canvas()
        self._outline.set_movable(False)
        self._outline.setAccessibleName(self.tr("Outline before and after"))
        self._stack.addWidget(self._outline)
        self._position = QSlider(Qt.Orientation.Horizontal)
        self._position.setRange(0, 100)
        self._position.setValue(50)
        self._position.setAccessibleName(self.tr("Share of the simulation"))
        self._play = QPushButton(self.tr("Play"))
        self._play.setCheckable(True)
        self._play.setAccessibleName(self.tr("Play the fade"))
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setLoopCount(-1)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        for share, value in ((0.0, 0), (0.5, 100), (1.0, 0)):
            self._fade.setKeyValueAt(share, value)
        self._fade.valueChanged.connect(self._position.setValue)
        self.panel = ComparePanel(state)
        self._lay_out()
        self._position.valueChanged.connect(self._on_position)
        self._pair.position_dragged.connect(self._on_dragged)
        self._pair.play_wanted.connect(self._play.toggle)
        self._play.toggled.connect(self._on_play)
        self.panel.way_chosen.connect(state.choose)
        self.panel.source_chosen.connect(state.show_painted)
        state.way_changed.connect(self._show)
        state.pictures_changed.connect(self._show)
        self._show()

    @property
    def pair(self) -> BeforeAfter:
        return self._pair

    @property
    def outline(self) -> Canvas:
        return self._outline

    @property
    def tiles(self) -> TileGrid:
        return self._tiles

    @property
    def is_playing(self) -> bool:
        return self._fade.state() is QVariantAnimation.State.Running

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._pair, self._tiles, self._outline):
            part.set_stage(COLOURS[theme].stage)
        self.panel.set_theme(theme)

    def set_mirrored(self, is_mirrored: bool) -> None:
        """Show the pictures as in a mirror, and say so."""
        self._is_mirrored = is_mirrored
        self._pair.set_mirrored(is_mirrored)
        self._outline.set_mirrored(is_mirrored)
        self._show()

    def show_before(self, is_before: bool) -> None:
        """Show the photo itself as long as a key is held."""
        self._pair.show_before(is_before)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt calls it by this name
        """Let nothing run where nobody looks."""
        self._play.setChecked(False)
        super().hideEvent(event)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 6, 16, 6)
        bar.addWidget(self._position, 1)
        bar.addWidget(self._play)
        stage = QVBoxLayout()
        stage.setSpacing(0)
        stage.addWidget(self._stack, 1)
        stage.addLayout(bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(stage, 1)
        row.addWidget(self.panel)

    @Slot()
    def _show(self) -> None:
        way = self._state.way
        pages: dict[Way, QWidget] = {Way.SWEEP: self._tiles, Way.GRID: self._tiles, Way.CONTOUR: self._outline}
        self._stack.setCurrentWidget(pages.get(way, self._pair))
        self._position.setVisible(way in (Way.WIPE, Way.FADE))
        self._play.setVisible(way is Way.FADE)
        if way is not Way.FADE:
            self._play.setChecked(False)
        if way is Way.CONTOUR:
            self._show_outline()
        elif way in pages:
            self._show_tiles(way)
        else:
            self._show_pair(way)

    def _show_outline(self) -> None:
        comparison = self._state.comparison
        contour = None if comparison is None else comparison.contour
        self._outline.set_hint(self._outline_hint(comparison is not None))
        if comparison is None or contour is None:
            self._outline.set_image(QImage())
            self._outline.set_shapes(())
            self._outline.set_handles(None)
            return
        overlay = contour_overlay(contour, has_values=self._state.is_measurable)
        self._outline.set_image(comparison.before, QSize(*contour.size_px))
        self._outline.set_shapes(overlay.lines)
        self._outline.set_handles(overlay.handles)
        caption = self.tr("{0} · blue: before · orange: simulation").format(view_name(comparison.view))
        self._outline.set_caption(self._said_mirrored(caption), simulation_mark())

    def _outline_hint(self, is_there: bool) -> str:
        if is_there:
            return self.tr("An outline is traced in a full profile only; choose one in the film strip.")
        return self.tr("Computing ...") if self._plan.plan.procedures else self.tr("Nothing is planned yet")

    def _show_pair(self, way: Way) -> None:
        comparison, face = self._state.comparison, self._state.face
        hint = self.tr("Computing ...")
        self._pair.set_layout(_LAYOUTS.get(way, Layout.SINGLE))
        if way is Way.FACE:
            self._pair.set_images(QImage(), QImage() if face is None else face["picture"])
            self._pair.set_texts((self.tr("Landmarks"), ""), "", hint)
        elif comparison is None:
            self._pair.set_images(QImage(), QImage())
            self._pair.set_texts(
                ("", ""), "", hint if self._plan.plan.procedures else self.tr("Nothing is planned yet")
            )
        elif way is Way.DIFFERENCE:
            self._pair.set_images(comparison.before, comparison.difference)
            self._pair.set_texts((self.tr("What changed"), ""), "", hint)
        else:
            before = self.tr("{0} · before").format(view_name(comparison.view))
            is_painted = self._state.shows_painted
            after = self.tr("Photorealistic simulation · {0}") if is_painted else self.tr("Simulation · {0}")
            after = after.format(stop_name(self._plan.stop))
            self._pair.set_images(comparison.before, comparison.after)
            self._pair.set_texts((self._said_mirrored(before), after), simulation_mark(), hint)

    def _said_mirrored(self, caption: str) -> str:
        return self.tr("{0} · as in a mirror").format(caption) if self._is_mirrored else caption

    def _show_tiles(self, way: Way) -> None:
        tiles = self._state.tiles(way)
        if tiles is None:
            self._tiles.set_tiles([], "")
            return
        captions = list(tiles.captions)
        if way is Way.GRID:
            procedures = self._plan.catalogue.procedures
            captions = [catalogue_text(procedures[name].label) for name in captions]
        else:
            captions = [self.tr("{0} %").format(percent) for percent in captions]
        self._tiles.set_tiles(list(zip(tiles.images, captions, strict=True)), simulation_mark())

    @Slot(int)
    def _on_position(self, percent: int) -> None:
        self._pair.set_position(percent / 100.0)

    @Slot(float)
    def _on_dragged(self, share: float) -> None:
        self._position.setValue(max(0, min(100, round(100 * share))))

    @Slot(bool)
    def _on_play(self, is_playing: bool) -> None:
        text = self.tr("Pause") if is_playing else self.tr("Play")
        self._play.setText(text)
        self._play.setAccessibleName(self.tr("Pause the fade") if is_playing else self.tr("Play the fade"))
        if not is_playing:
            self._fade.pause()
        elif self._fade.state() is QVariantAnimation.State.Paused:
            self._fade.resume()
        else:
            self._fade.start()
