"""Measure what it costs to show one picture on the canvas, in processor time, which other work does not disturb.

QT_QPA_PLATFORM=offscreen python -m benchmarks.canvas
"""

from __future__ import annotations

import statistics
import time

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from landmarkdiff_app.widgets.canvas import Canvas

CANVAS_PX, PREVIEW_PX, PHOTO_PX = (1397, 1103), (1024, 768), (1365, 1024)
WARM_UPS, ROUNDS = 20, 200


def main() -> None:
    application = QApplication([])
    canvas = Canvas()
    canvas.resize(*CANVAS_PX)
    canvas.show()
    generator = np.random.default_rng(0)
    width, height = PREVIEW_PX
    pixels = [generator.integers(0, 255, (height, width, 4), dtype=np.uint8) for _ in range(4)]
    images = [QImage(each.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy() for each in pixels]
    times_ms = []
    for number in range(WARM_UPS + ROUNDS):
        start = time.process_time()
        canvas.set_image(images[number % 4], QSize(*PHOTO_PX))
        application.processEvents()
        times_ms.append(1000.0 * (time.process_time() - start))
    kept = sorted(times_ms[WARM_UPS:])
    print(f"p50 {statistics.median(kept):.2f} ms, p95 {kept[round(0.95 * len(kept)) - 1]:.2f} ms of processor time")


if __name__ == "__main__":
    main()
