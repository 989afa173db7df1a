"""The child process obeys, is ended when it does not, and its death is a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.child_tasks import Deaf, Dying, Echo, Holding, Leaving, Niceness, Obedient, Raising

from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.errors import (
    Cancelled,
    GenerationFailed,
    GenerationOutOfMemory,
    LandmarkDiffError,
    ModelMissing,
)
from landmarkdiff.progress import CancelToken, Progress

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def process() -> Iterator[DiffusionProcess]:
    with DiffusionProcess(grace_s=0.3) as running:
        yield running


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "zombie" not in Path(f"/proc/{pid}/status").read_text() if Path("/proc").is_dir() else True


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return condition()


def cancel_at_first_report(token: CancelToken) -> Callable[[Progress], None]:
    return lambda progress: token.cancel() if progress.stage == "Working" else None


def test_result_progress_and_preview_come_back(process: DiffusionProcess) -> None:
    stages: list[Progress] = []
    previews: list[tuple[int, ...]] = []

    word, pid, _ = process.run(
        Echo("hello"), report=stages.append, on_preview=lambda images: previews.append(images.shape)
    )

    assert (word, pid) == ("hello", process.pid)
    assert stages[-1] == Progress("Echoing", 0.5, 1.0)
    assert previews == [(1, 2, 2, 3)]


def test_child_stays_warm_between_tasks(process: DiffusionProcess) -> None:
    assert [process.run(Echo("x"))[2] for _ in range(3)] == [1, 2, 3]


def test_child_prints_nothing_into_our_output(process: DiffusionProcess, capfd: pytest.CaptureFixture[str]) -> None:
    process.run(Echo("x"))
    process.close()

    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("task", [Obedient(), Deaf()], ids=["obedient", "deaf"])
def test_cancel_frees_the_caller_and_the_child_is_gone_soon(process: DiffusionProcess, task: Obedient | Deaf) -> None:
    token = CancelToken()
    process.run(Echo("warm"))
    pid = process.pid
    assert pid is not None

    with pytest.raises(Cancelled):
        process.run(task, report=cancel_at_first_report(token), token=token)

    assert wait_until(lambda: process.pid is None, 3.0)
    assert process.run(Echo("again"))[1] != pid


@pytest.mark.skipif(os.name == "nt", reason="sleeps the POSIX way")
def test_child_that_holds_its_interpreter_is_ended_by_its_parent(process: DiffusionProcess) -> None:
    """While a library is loaded the child's own watchdog cannot act; a cancel then left the child for seconds."""
    token = CancelToken()
    pid = process.run(Echo("warm"))[1]
    with pytest.raises(Cancelled):
        process.run(Holding(), report=cancel_at_first_report(token), token=token)
    began = time.monotonic()

    process.end_stopped()

    assert time.monotonic() - began < 3.0
    assert not is_running(pid)
    assert process.run(Echo("next"))[0] == "next"


def test_child_that_was_not_asked_to_stop_stays(process: DiffusionProcess) -> None:
    process.end_stopped()
    pid = process.run(Echo("x"))[1]

    process.end_stopped()

    assert process.run(Echo("x"))[1] == pid


def test_cancelled_token_starts_nothing(process: DiffusionProcess) -> None:
    token = CancelToken()
    token.cancel()

    with pytest.raises(Cancelled):
        process.run(Echo("x"), token=token)

    assert process.pid is None


@pytest.mark.parametrize(
    ("task", "error"),
    [
        (Raising("cuda"), GenerationOutOfMemory),
        (Raising("cpu"), GenerationOutOfMemory),
        (Raising("python"), GenerationOutOfMemory),
        (Raising("fault"), GenerationFailed),
        (Leaving(), GenerationFailed),
        pytest.param(Dying("SIGSEGV"), GenerationFailed, marks=pytest.mark.skipif(os.name == "nt", reason="signals")),
        pytest.param(
            Dying("SIGKILL"), GenerationOutOfMemory, marks=pytest.mark.skipif(os.name == "nt", reason="signals")
        ),
    ],
    ids=["cuda-memory", "cpu-memory", "python-memory", "fault", "exit", "segfault", "killed"],
)
def test_death_of_the_child_is_a_sentence_with_advice_and_the_next_task_works(
    process: DiffusionProcess, task: Raising, error: type[LandmarkDiffError]
) -> None:
    with pytest.raises(error, match="tps") as caught:
        process.run(task)

    assert type(caught.value) is error
    assert process.run(Echo("next"))[0] == "next"


def test_missing_model_keeps_the_child(process: DiffusionProcess) -> None:
    pid = process.run(Echo("x"))[1]

    with pytest.raises(ModelMissing, match="not here"):
        process.run(Raising("model"))

    assert process.run(Echo("x"))[1] == pid


def test_closing_ends_the_child_and_its_log(process: DiffusionProcess) -> None:
    pid = process.run(Echo("x"))[1]
    log = process._log
    assert log is not None

    process.close()
    process.close()

    assert not is_running(pid)
    assert not log.exists()


SCRIPT = """
import sys
print("script runs")
from landmarkdiff.diffusion.process import DiffusionProcess
from tests.support.child_tasks import Niceness, Echo
process = DiffusionProcess()
import tempfile; tempfile.tempdir = sys.argv[1]
print(process.run(Echo("unguarded"))[:2])
if "die" in sys.argv:
    import os; os._exit(1)
process.close()
"""


def run_script(tmp_path: Path, *words: str) -> str:
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py"), str(tmp_path), *words],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
    )
    return done.stdout


def test_script_without_a_guard_is_not_run_again_in_the_child(tmp_path: Path) -> None:
    printed = run_script(tmp_path)

    assert printed.count("script runs") == 1
    assert "unguarded" in printed


@pytest.mark.skipif(not hasattr(os, "kill") or os.name == "nt", reason="looks at processes the POSIX way")
def test_child_ends_when_its_parent_dies(tmp_path: Path) -> None:
    pid = int(run_script(tmp_path, "die").rpartition(",")[2].strip(" )\n"))

    assert wait_until(lambda: not is_running(pid), 5.0)
    assert list(tmp_path.glob("*.log")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts priorities in another way")
@pytest.mark.parametrize(("gives_way", "more"), [(False, 0), (True, 10)], ids=["of its own", "behind a window"])
def test_child_gives_way_where_it_is_asked_to(gives_way: bool, more: int) -> None:
    with DiffusionProcess(gives_way=gives_way) as process:
        niceness = process.run(Niceness())

    assert niceness == min(19, os.nice(0) + more)
