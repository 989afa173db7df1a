"""A whole session with a project in which everything a patient said carries a marker; run under strace by a test.

`python -m tests.core.project.marked_session FOLDER [leak]`: with `leak`, one marker is written to a file on purpose.
"""

from __future__ import annotations

import io
import logging
import sys
from pathlib import Path

from landmarkdiff.errors import ProjectError
from landmarkdiff.project import Password, RecoveryKey, create_project, open_project
from landmarkdiff.project.backups import restore_backup
from landmarkdiff.project.canonical import utc_now
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.keyring import create_keyring, save_keyring
from landmarkdiff.project.ledger import Ledger
from landmarkdiff.project.records import ConsentRecord, NoteRecord, PatientRecord
from landmarkdiff.project.salvage import salvage
from landmarkdiff.project.slots import LOWEST_COST

MARKER = "Quxfellow"
PHOTO_MARKER = b"EXIF-Quxfellow-GPS"
PASSWORD = "Quxfellow opens this"
USER = "dr Quxfellow"


def main(folder: Path, leak: bool) -> None:
    logging.basicConfig(filename=folder / "log.txt", level=logging.DEBUG)
    ledger = Ledger(folder / "ledger")
    path = folder / "case.ldproj"
    project, key = create_project(path, user=USER, password=Password(PASSWORD), cost=LOWEST_COST, ledger=ledger)
    with project.begin(user=USER) as change:
        patient = change.put(PatientRecord(family_name=MARKER, given_name=MARKER * 500))
        change.put(ConsentRecord(purpose=MARKER, given_at=utc_now(), signed_name=MARKER))
        photo = change.add_photo(PHOTO_MARKER * 9000, PhotoFacts("image/jpeg", 10, 10), thumbnail=PHOTO_MARKER)
        change.put_bytes("image", io.BytesIO(PHOTO_MARKER * 100).getvalue())
    with project.begin(user=USER) as change:
        change.put(PatientRecord(family_name=MARKER), patient)
        note = change.put(NoteRecord(text=MARKER, written_at=utc_now()))
    with project.begin(user=USER) as change:
        change.delete(photo)
    project.migrate(user=USER, steps={("note", 1): lambda values: {**values, "text": MARKER}})
    backup = project.back_up(folder / "backups")
    try:
        with project.begin(user=USER) as change:
            change.put(NoteRecord(text=MARKER, written_at=utc_now()))
            change.delete(note[::-1])
    except ProjectError:
        raise
    except ValueError as error:
        logging.getLogger("session").warning("refused: %s", error)
    project.export_copy(folder / "copy.ldproj", user=USER)
    new_key = RecoveryKey.generate()
    project.rotate_keys(user=USER, recovery=new_key, password=Password(PASSWORD), cost=LOWEST_COST)
    project.close()
    keyring, shared, _ = create_keyring("anna", Password(PASSWORD), cost=LOWEST_COST)
    save_keyring(keyring, folder / "clinic.ldkeys")
    with open_project(path, new_key, ledger=ledger) as project:
        project.set_keyring(shared, user=USER)
        project.verify()
    salvage(path, new_key, folder / "salvaged.ldproj", user=USER)
    restore_backup(backup.path, path, key, user=USER, now=utc_now())
    if leak:
        with (folder / "thumbnail.tmp").open("wb") as file:
            file.write(PHOTO_MARKER)
        (folder / "thumbnail.tmp").unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), "leak" in sys.argv[2:])
