"""Set up the project and run its commands, with nothing but Python 3.11 or 3.12 at hand.

Usage: python3 dev.py setup | run | demo | test | torture [...] | screenshots --output DIR | translations
The environment is `.venv` beside this file. A second call skips the set-up unless the lock has changed.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "landmarkdiff-setup.stamp"
UV_VERSION = "0.13.9"
EXTRAS = ("app", "diffusion", "identity", "restore")
CPU_TORCH_INDEX = "https://download.pytorch.org/whl/cpu"

# Shared libraries that the wheels expect from the system, and the Debian package that brings each.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
    "libdrm.so.2": "libdrm2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
# Programs that some tests use; without them those tests are skipped and say so.
TOOLS = {"strace": "strace", "Xvfb": "xvfb", "pdftoppm": "poppler-utils", "dciodvfy": "dicom3tools", "qpdf": "qpdf"}


def main(arguments: list[str]) -> int:
    if not (3, 11) <= sys.version_info[:2] <= (3, 12):
        print(f"Python 3.11 or 3.12 is needed; this is {platform.python_version()}.", file=sys.stderr)
        return 2
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(__doc__)
        return 0
    command, rest = arguments[0], arguments[1:]
    commands = {
        "setup": lambda: 0,
        "run": lambda: run_program(rest),
        "demo": lambda: call(program("landmarkdiff"), "demo", *rest),
        "test": lambda: run_tests(rest),
        "torture": lambda: call(PYTHON, ROOT / "benchmarks" / "torture.py", *rest),
        "screenshots": lambda: call(PYTHON, "-m", "landmarkdiff_app.screenshots", *rest),
        "translations": update_translations,
    }
    if command not in commands:
        print(f"unknown command: {command}\n\n{__doc__}", file=sys.stderr)
        return 2
    try:
        set_up()
        return commands[command]()
    except subprocess.CalledProcessError as error:
        print(f"dev.py: this step failed ({error.returncode}): {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run_program(rest: list[str]) -> int:
    if has_display() and (ROOT / "app" / "landmarkdiff_app" / "main.py").exists():
        return call(program("landmarkdiff"), "gui", *rest)
    return call(program("landmarkdiff"), "demo", *rest)


def run_tests(rest: list[str]) -> int:
    env = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"), "PYTHONUTF8": "1"}
    pytest = [PYTHON, "-m", "pytest"]
    steps = [
        [PYTHON, "-m", "ruff", "check", "."],
        [PYTHON, "-m", "ruff", "format", "--check", "."],
        [PYTHON, "-m", "mypy"],
        [program("lint-imports"), "--no-cache"],
        [*pytest, *(rest or ["-n", "2"])],
    ]
    for step in steps:
        if code := subprocess.call([str(part) for part in step], cwd=ROOT, env=env):
            return code
    if rest:
        return 0
    if shutil.which("Xvfb") is None:
        print("Xvfb is not here: the window was tested on Qt's offscreen platform only.", file=sys.stderr)
        return 0
    # The window once more, by its robots, on a real X server.
    robots = [str(path) for path in sorted((ROOT / "tests" / "app").glob("test_*.py"))]
    on_screen = {name: value for name, value in env.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    on_screen["QT_QPA_PLATFORM"] = "xcb"
    return subprocess.call([str(part) for part in (*pytest, "-n", "2", *robots)], cwd=ROOT, env=on_screen)


def update_translations() -> int:
    """Bring every language's list of texts up to date with the window's, and compile it."""
    for module in (["tests.support.engine_sentences"], ["ruff", "format", "--quiet", "app"]):
        if code := subprocess.call([str(PYTHON), "-m", *module], cwd=ROOT):
            return code
    sources = sorted((ROOT / "app").rglob("*.py"))
    for listed in sorted((ROOT / "resources" / "landmarkdiff_resources" / "translations").glob("*.ts")):
        lupdate = [program("pyside6-lupdate"), "-no-obsolete", "-locations", "none", *sources, "-ts", listed]
        for step in (lupdate, [program("pyside6-lrelease"), listed]):
            if code := call(*step):
                return code
    return 0


def set_up() -> None:
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print("Setting up .venv (once; later calls skip this) ...", file=sys.stderr)
    install_system_packages()
    if not PYTHON.exists():
        subprocess.check_call([sys.executable, "-m", "venv", str(VENV)])
    pip("install", "--quiet", f"uv=={UV_VERSION}")
    env = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(VENV)}
    env.pop("VIRTUAL_ENV", None)
    cpu_only = sys.platform == "linux" and not has_nvidia_gpu()
    extras = [part for name in EXTRAS for part in ("--extra", name)]
    skip = [part for name in cuda_packages() for part in ("--no-install-package", name)] if cpu_only else []
    subprocess.check_call(
        [str(program("uv")), "sync", "--frozen", "--inexact", "--quiet", "--compile-bytecode", *extras, *skip],
        cwd=ROOT,
        env=env,
    )
    if cpu_only and not install_cpu_torch():
        print(
            "PyTorch for the CPU could not be had here: the photorealistic modes are off, their tests will be skipped.",
            file=sys.stderr,
        )
    STAMP.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    parts = [sys.version.split()[0], str(ROOT), str(has_nvidia_gpu())]
    digest = hashlib.sha256("\n".join(parts).encode())
    for name in ("uv.lock", "pyproject.toml", "dev.py"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def cuda_packages() -> list[str]:
    """Names in the lock that only a CUDA build of torch needs, and torch itself."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    pattern = re.compile(r"(nvidia-|cuda-).*|torch|triton")
    return sorted({package["name"] for package in lock["package"] if pattern.fullmatch(package["name"])})


def install_cpu_torch() -> bool:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    version = next(package["version"] for package in lock["package"] if package["name"] == "torch")
    wanted = f"torch=={version}+cpu"
    probe = "import importlib.metadata as m, sys; sys.exit(m.version('torch') != sys.argv[1])"
    if subprocess.call([str(PYTHON), "-c", probe, f"{version}+cpu"], stderr=subprocess.DEVNULL) == 0:
        return True
    for extra in ((), ("--extra-index-url", CPU_TORCH_INDEX)):
        try:
            pip("install", "--quiet", "--no-deps", "--retries", "0", wanted, *extra, quiet_errors=not extra)
        except subprocess.CalledProcessError:
            continue
        return True
    return False


def install_system_packages() -> None:
    if sys.platform != "linux":
        return
    needed = sorted({package for library, package in LIBRARIES.items() if not can_load(library)})
    tools = sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})
    if not needed and not tools:
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call(["apt-get", "update", "-qq"], env=env, stdout=subprocess.DEVNULL)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        if needed:
            subprocess.check_call([*install, *needed], env=env, stdout=subprocess.DEVNULL)
        for package in tools:
            subprocess.call([*install, package], env=env, stdout=subprocess.DEVNULL)
        return
    if needed:
        print("The window needs system libraries that are missing. On Debian or Ubuntu type:", file=sys.stderr)
        print(f"  sudo apt-get install {' '.join(needed)}", file=sys.stderr)
    if tools:
        print(f"Some tests also use: sudo apt-get install {' '.join(tools)}", file=sys.stderr)


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_nvidia_gpu() -> bool:
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def has_display() -> bool:
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def pip(*arguments: str, quiet_errors: bool = False) -> None:
    subprocess.check_call(
        [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments],
        stderr=subprocess.DEVNULL if quiet_errors else None,
    )


def program(name: str) -> Path:
    return BIN / (f"{name}.exe" if os.name == "nt" else name)


def call(*command: object) -> int:
    return subprocess.call([str(part) for part in command])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
