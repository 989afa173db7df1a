"""The observer of a running picture: what it measures in every frame, and what in every third only."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from tests.support.views import rendered_view

from landmarkdiff.capture.observer import LiveObserver
from landmarkdiff.capture.source import Frame


@pytest.fixture
def observer():
    made = LiveObserver()
    yield made
    made.close()


def observe(observer: LiveObserver, images: list[np.ndarray]):
    return [observer.observe(Frame(image, number / 30.0)) for number, image in enumerate(images)]


def test_light_that_changes_is_seen_within_three_frames(observer):
    bright = rendered_view(0.0).image
    dark = (bright // 2).astype(np.uint8)

    seen = observe(observer, [bright, bright, dark, dark, dark])

    assert seen[0].face.light.median_luma == pytest.approx(2 * seen[-1].face.light.median_luma, rel=0.05)


def test_focus_that_changes_is_seen_at_once(observer):
    sharp = rendered_view(0.0).image
    soft = np.asarray(cv2.GaussianBlur(sharp, (0, 0), 4.0), dtype=np.uint8)

    seen = observe(observer, [sharp, sharp, soft])

    assert seen[-1].face.blur > seen[-2].face.blur + 0.05


def test_restart_measures_the_light_anew(observer):
    bright = rendered_view(0.0).image
    observe(observer, [bright, bright])
    observer.restart()

    seen = observe(observer, [(bright // 2).astype(np.uint8)])

    assert seen[0].face.light.median_luma < 120.0
