"""`landmarkdiff models`: which weights exist, which are here, and how they get here."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from landmarkdiff.errors import ModelDamaged, UsageProblem
from landmarkdiff.progress import Progress
from landmarkdiff.weights.install import import_from, install
from landmarkdiff.weights.manifest import ModelEntry
from landmarkdiff.weights.store import ModelState, ModelStatus, ModelStore

HELP = "list, install, import, verify or remove the weights of the photorealistic modes"

_MIB = 2**20
_STATE_WORDS = {
    ModelState.MISSING: "not installed",
    ModelState.INCOMPLETE: "incomplete",
    ModelState.UNCHECKED: "here, not checked",
    ModelState.UNVERIFIED: "here, unverified",
    ModelState.VERIFIED: "here, verified",
    ModelState.DAMAGED: "damaged",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions of the command."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True, dest="action")
    listing = actions.add_parser("list", help="show every model, its state, size and licence")
    listing.set_defaults(act=_list)
    showing = actions.add_parser("show", help="show the card and the terms of use of models")
    showing.set_defaults(act=_show)
    installing = actions.add_parser("install", help="fetch models from their publishers")
    installing.set_defaults(act=_install)
    importing = actions.add_parser("import", help="copy models out of a folder, a USB stick for instance")
    importing.add_argument("folder", type=Path, metavar="FOLDER")
    importing.set_defaults(act=_import)
    verifying = actions.add_parser("verify", help="hash the files again and compare")
    verifying.set_defaults(act=_verify)
    removing = actions.add_parser("remove", help="delete models from this workstation")
    removing.set_defaults(act=_remove)
    accepting = actions.add_parser("accept", help="show the terms of use of models and accept them")
    accepting.set_defaults(act=_accept)
    for action in (showing, installing, importing, verifying, removing, accepting):
        action.add_argument("models", nargs="*", metavar="MODEL", help="ids as `list` shows them")
    installing.add_argument("--mode", help="everything that this mode needs")
    for action in (installing, importing, accepting):
        action.add_argument("--accept-licence", action="store_true", help="accept the terms of use without being asked")
    for action in (listing, showing, installing, importing, verifying, removing, accepting):
        action.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Run one action."""
    return int(arguments.act(ModelStore.default(), arguments))


def describe(status: ModelStatus) -> dict[str, object]:
    """Return one model as the JSON documents show it."""
    entry = status.entry
    return {
        "id": entry.id,
        "label": entry.label,
        "purpose": entry.purpose,
        "state": status.state.value,
        "ready": status.is_ready,
        "problem": status.problem,
        "source": entry.source,
        "revision": entry.revision or None,
        "size_bytes": entry.size_bytes or None,
        "size_on_disk_bytes": status.size_on_disk_bytes,
        "memory_mib": entry.memory_mib,
        "modes": list(entry.modes),
        "licence": {
            "id": entry.licence.id,
            "title": entry.licence.title,
            "url": entry.licence.url,
            "commercial": entry.licence.allows_commercial_use,
            "restrictions": list(entry.licence.restrictions),
            "known_from": entry.licence.known_from or None,
            "text_is_here": bool(entry.licence.text),
            "accepted": status.is_licence_accepted,
        },
        "files": [
            {
                "path": str(file.path),
                "size_bytes": file.size_bytes or None,
                "sha256": file.sha256 or None,
                "sha256_found": status.hashes.get(str(file.path)),
            }
            for file in entry.files
        ],
    }


def _list(store: ModelStore, arguments: argparse.Namespace) -> int:
    statuses = store.statuses()
    if arguments.json:
        _print_json(store, statuses)
        return 0
    print(f"Models in {store.folder}")
    for status in statuses:
        entry = status.entry
        terms = entry.licence.title + ("" if status.is_licence_accepted else " - not accepted yet")
        print(f"\n{entry.id}  [{_STATE_WORDS[status.state]}]  {_size_words(status)}")
        print(f"    {entry.label}: {entry.purpose}")
        print(f"    {terms}")
        if entry.modes:
            print(f"    needed by {', '.join(entry.modes)}")
        confirmed = sum(1 for file in entry.files if file.sha256)
        print(f"    {confirmed} of {len(entry.files)} hashes known; revision {entry.revision or 'unverified'}")
        if status.problem and status.state is not ModelState.UNVERIFIED:
            print(f"    {status.problem}")
    return 0


def _show(store: ModelStore, arguments: argparse.Namespace) -> int:
    names = _known(store, arguments.models)
    if arguments.json:
        cards = {name: store.manifest.entry(name).card for name in names}
        _print_json(store, [store.status(name) for name in names], cards=cards)
        return 0
    for name in names:
        entry = store.manifest.entry(name)
        print(f"{entry.card}\n## Terms of use\n\n{_terms_of(entry)}")
    return 0


def _install(store: ModelStore, arguments: argparse.Namespace) -> int:
    wanted = [*arguments.models, *(entry.id for entry in store.manifest.needed_by(arguments.mode or ""))]
    if arguments.mode and not store.manifest.needed_by(arguments.mode):
        raise UsageProblem(f"No mode called {arguments.mode!r} needs a model.")
    names = _known(store, list(dict.fromkeys(wanted)))
    for name in names:
        _settle_licence(store, store.manifest.entry(name), arguments)
    statuses = []
    with _Bar() as bar:
        for name in names:
            statuses.append(install(store, name, report=bar))
    return _finish(store, statuses, arguments)


def _import(store: ModelStore, arguments: argparse.Namespace) -> int:
    from landmarkdiff.weights.install import find_files

    if not arguments.folder.is_dir():
        raise UsageProblem(f"{arguments.folder} is not a folder.")
    names = arguments.models or [
        entry.id for entry in store.manifest.models.values() if find_files(entry, arguments.folder) is not None
    ]
    if not names:
        raise UsageProblem(f"{arguments.folder} holds none of the known models; `landmarkdiff models list` names them.")
    for name in _known(store, names):
        _settle_licence(store, store.manifest.entry(name), arguments)
    statuses = []
    with _Bar() as bar:
        for name in names:
            statuses.append(import_from(store, name, arguments.folder, report=bar))
    return _finish(store, statuses, arguments)


def _verify(store: ModelStore, arguments: argparse.Namespace) -> int:
    installed = [status.entry.id for status in store.statuses() if status.state is not ModelState.MISSING]
    names = _known(store, arguments.models or installed, allow_none=True)
    if not names and not arguments.json:
        print(f"No model is installed in {store.folder}.")
    statuses = []
    with _Bar() as bar:
        for name in names:
            statuses.append(store.verify(name, report=bar))
    return _finish(store, statuses, arguments)


def _remove(store: ModelStore, arguments: argparse.Namespace) -> int:
    names = _known(store, arguments.models)
    here = [name for name in names if store.folder_of(name).exists()]
    freed = sum(store.remove(name) for name in here)
    if arguments.json:
        _print_json(store, [store.status(name) for name in names], freed_bytes=freed)
        return 0
    if here:
        print(f"Removed {', '.join(here)}; {_mib(freed)} are free again.")
    for name in names:
        if name not in here:
            print(f"{name} is not installed; nothing was removed.")
    return 0


def _accept(store: ModelStore, arguments: argparse.Namespace) -> int:
    names = _known(store, arguments.models)
    for name in names:
        _settle_licence(store, store.manifest.entry(name), arguments)
    return _finish(store, [store.status(name) for name in names], arguments)


def _known(store: ModelStore, names: Sequence[str], *, allow_none: bool = False) -> list[str]:
    if not names and not allow_none:
        raise UsageProblem("Name at least one model; `landmarkdiff models list` shows them.")
    return [store.manifest.entry(name).id for name in names]


def _settle_licence(store: ModelStore, entry: ModelEntry, arguments: argparse.Namespace) -> None:
    if store.has_accepted(entry.id):
        return
    if not arguments.accept_licence:
        print(f"Terms of use of {entry.label}\n\n{_terms_of(entry)}", file=sys.stderr)
        if not sys.stdin.isatty() or not sys.stderr.isatty():
            raise UsageProblem(f"The terms of use of {entry.label} must be accepted first (--accept-licence).")
        print("Accept these terms? [y/N] ", end="", file=sys.stderr, flush=True)
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            raise UsageProblem(f"Without accepting the terms of use {entry.label} is not installed.")
    store.accept_licence(entry.id)


def _terms_of(entry: ModelEntry) -> str:
    """Return the terms of a model where the program holds them, and else what is known of them and where to read."""
    licence = entry.licence
    lines = [f"{licence.title}", f"Address of the terms: {licence.url}", f"Page of the model: {entry.source}"]
    if not licence.allows_commercial_use:
        lines.append("Not for commercial use: do not use it for paid consultations.")
    if licence.text:
        return "\n".join([*lines, "", licence.text.rstrip()])
    lines.append("The program does not hold the text of these terms. Read it at its address before you accept it.")
    if licence.restrictions:
        lines += ["What is known of them, in our words:", *(f"  - {sentence}" for sentence in licence.restrictions)]
    return "\n".join([*lines, licence.known_from] if licence.known_from else lines)


def _finish(store: ModelStore, statuses: Sequence[ModelStatus], arguments: argparse.Namespace) -> int:
    if arguments.json:
        _print_json(store, statuses)
    for status in statuses:
        if not arguments.json:
            print(
                f"{status.entry.id}: {_STATE_WORDS[status.state]}"
                + (f" ({status.problem.rstrip('.')})" * bool(status.problem))
            )
    broken = [status for status in statuses if status.state in (ModelState.DAMAGED, ModelState.INCOMPLETE)]
    if broken:
        names = ", ".join(status.entry.id for status in broken)
        raise ModelDamaged(f"Not usable: {names} ({broken[0].problem.rstrip('.')}); remove and install again.")
    return 0


def _print_json(store: ModelStore, statuses: Sequence[ModelStatus], **more: object) -> None:
    document = {"schema": 1, "folder": str(store.folder), "models": [describe(status) for status in statuses], **more}
    print(json.dumps(document, indent=1))


def _size_words(status: ModelStatus) -> str:
    if status.size_on_disk_bytes:
        return _mib(status.size_on_disk_bytes)
    weights = [file for file in status.entry.files if file.path.suffix not in {".json", ".txt"}]
    known = sum(file.size_bytes for file in weights)
    if all(file.size_bytes for file in weights):
        return f"{_mib(known)} to fetch"
    return f"at least {_mib(known)} to fetch" if known else "size not known"


def _mib(size_bytes: int) -> str:
    return f"{size_bytes / _MIB:,.0f} MiB"


class _Bar:
    """A progress bar on stderr, and only where a person is watching."""

    def __init__(self) -> None:
        from tqdm import tqdm

        # Its monitor is a thread that outlives the bar.
        tqdm.monitor_interval = 0

        self._bar = tqdm(total=1000, disable=None, file=sys.stderr, bar_format="{desc} |{bar}| {percentage:3.0f} %")

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def __call__(self, progress: Progress, /) -> None:
        self._bar.set_description(progress.stage, refresh=False)
        self._bar.n = round(1000 * progress.fraction)
        self._bar.refresh()
