"""What a graphics card has to hold: a network that works once waits elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace

import pytest

from landmarkdiff.diffusion.plan import LoadPlan

AtWork = Callable[[object, object], AbstractContextManager[None]]
CARD, COMPUTER = SimpleNamespace(type="cuda"), SimpleNamespace(type="cpu")


@pytest.fixture
def at_work() -> AtWork:
    """The engine's own; imported here, because it loads torch."""
    for library in ("torch", "diffusers"):
        pytest.importorskip(library)
    from landmarkdiff.diffusion.pipelines import at_work

    return at_work


class Network:
    """Stands in for a network on a machine without a card: it only tells where it was sent."""

    def __init__(self, device: object) -> None:
        self.device = device
        self.sent: list[object] = []

    def to(self, device: object) -> None:
        self.device = device
        self.sent.append(device)


def plan_of(ip_adapter: Path | None, weights_mib: int) -> LoadPlan:
    folder = Path("models")
    return LoadPlan(folder, (), ip_adapter, None, "cuda", False, False, False, weights_mib)


def test_network_works_on_the_card_and_waits_beside_it(at_work: AtWork) -> None:
    network = Network(COMPUTER)

    with at_work(network, CARD):
        during = network.device

    assert during == CARD
    assert network.sent == [CARD, COMPUTER]


def test_network_goes_back_though_its_work_failed(at_work: AtWork) -> None:
    network = Network(COMPUTER)

    with pytest.raises(RuntimeError), at_work(network, CARD):
        raise RuntimeError

    assert network.device == COMPUTER


def test_network_that_is_there_or_moved_by_the_library_is_left_alone(at_work: AtWork) -> None:
    there, hooked = Network(CARD), Network(COMPUTER)
    hooked._hf_hook = object()  # type: ignore[attr-defined]  # as diffusers' offloading sets it

    with at_work(there, CARD), at_work(hooked, CARD):
        pass

    assert there.sent == hooked.sent == []


def test_image_encoder_takes_no_room_on_the_card_while_painting() -> None:
    with_face, without = plan_of(Path("ip"), 5000), plan_of(None, 5000)

    assert without.memory_mib - with_face.memory_mib == 1206
