"""Asking where a file goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, suggested: str, kind: str) -> Path | None:
    """Return the path that a person chose, None where they thought better of it.

    A name that is typed without an ending gets the one that is suggested, before the dialog asks about a file of that
    name; so nothing is replaced unasked, and every file opens with a double click.

    Parameters
    ----------
    suggested : str
        A name with its ending.
    kind : str
        What the list of file kinds says, as in `PDF (*.pdf)`.
    """
    dialog = QFileDialog(parent, title, "", kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
    dialog.selectFile(suggested)
    is_chosen, names = dialog.exec(), dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if is_chosen and names else None
