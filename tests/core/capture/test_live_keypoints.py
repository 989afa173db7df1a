"""Keypoints of a running picture: the turn does not depend on how much of the picture the face fills."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
from tests.support.rendered_head import render_head, sample_head

from landmarkdiff.capture.live_keypoints import LiveKeypoints
from landmarkdiff.face.turn import keypoint_turn

FAR, MIDDLE, NEAR = (640, 360, 0.55), (640, 360, 1.3), (400, 400, 1.3)
DISTANCES = pytest.mark.parametrize("size", [FAR, MIDDLE, NEAR], ids=["far", "middle", "near"])


@pytest.fixture
def keypoints():
    made = LiveKeypoints()
    yield made
    made.close()


@lru_cache(maxsize=16)
def head(yaw_deg: float, size: tuple[int, int, float]) -> np.ndarray:
    width, height, px_per_mm = size
    return render_head(sample_head(), yaw_deg, size_px=(width, height), px_per_mm=px_per_mm).image


def yaws(keypoints: LiveKeypoints, images: list[np.ndarray]) -> list[float]:
    return [keypoint_turn(keypoints.faces(image)[0]).yaw_deg for image in images]


@DISTANCES
@pytest.mark.parametrize("yaw_deg", [-90.0, 90.0], ids=["left", "right"])
def test_profile_reads_as_a_profile_at_every_distance(keypoints, yaw_deg, size):
    read = yaws(keypoints, [head(yaw_deg, size)] * 8)

    # As far as the gate of a profile asks.
    assert all(75.0 < np.sign(yaw_deg) * yaw < 100.0 for yaw in read[3:]), read


@DISTANCES
def test_head_that_is_held_still_reads_steadily(keypoints, size):
    noise = np.random.default_rng(5)
    image = head(90.0, size).astype(np.float64)
    frames = [np.clip(image + noise.normal(0.0, 2.0, image.shape), 0, 255).astype(np.uint8) for _ in range(16)]

    read = yaws(keypoints, frames)

    assert np.std(read[4:]) < 1.5


@DISTANCES
def test_mirrored_stream_reads_the_opposite_turn(keypoints, size):
    plain = yaws(keypoints, [head(75.0, size)] * 8)[-1]
    keypoints.restart()
    mirrored = yaws(keypoints, [np.ascontiguousarray(head(75.0, size)[:, ::-1])] * 8)[-1]

    # Two readings are averaged, one of them mirrored, so that little is left of the net's own asymmetry.
    assert mirrored == pytest.approx(-plain, abs=3.0)


def test_second_person_is_seen_within_three_frames_beside_a_far_face(keypoints):
    one = head(0.0, FAR)
    pair = np.concatenate([one[:, 160:480], one[:, 160:480]], axis=1)

    counts = [len(keypoints.faces(image)) for image in [one] * 4 + [pair] * 4]

    assert counts[3] == 1
    assert counts[-1] == 2


def test_face_that_leaves_is_gone_at_once(keypoints):
    empty = np.full((360, 640, 3), 120, np.uint8)

    counts = [len(keypoints.faces(image)) for image in [head(0.0, FAR)] * 4 + [empty] * 2]

    assert counts == [1, 1, 1, 1, 0, 0]
