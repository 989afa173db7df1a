"""Makes the golden file of the present format: `python -m tests.core.project.make_golden`.

A golden file is made once, when its format is new, and then stays as it is for ever: every later version must open it.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from landmarkdiff.project import KeyringKey, Password, RecoveryKey, create_project
from landmarkdiff.project.container import FORMAT
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.records import (
    Capture,
    ConsentRecord,
    Correction,
    FlagsRecord,
    LandmarksRecord,
    MeasurementRecord,
    NoteRecord,
    PatientRecord,
    PhotoRecord,
    PlanRecord,
    Pose,
    PredictionRecord,
    Record,
    ReportRecord,
)
from landmarkdiff.project.slots import LOWEST_COST

GOLDEN = Path(__file__).parent / "golden"
PASSWORD = "gold\u00e9n password of format 1"
RECOVERY_KEY = RecoveryKey(bytes(range(32)))
KEYRING_KEY = KeyringKey(bytes(range(16)), bytes(range(32, 64)))
PHOTO = bytes(range(256)) * 20
THUMBNAIL = b"thumbnail"
IMAGE = b"predicted image"
MOMENT = datetime(2026, 11, 23, 12, 30, 15, 250_000, tzinfo=UTC)
USER = "golden"


def main() -> None:
    path = GOLDEN / f"format-{FORMAT}.ldproj"
    project, _ = create_project(path, user=USER, password=Password(PASSWORD), cost=LOWEST_COST, clock=lambda: MOMENT)
    with project:
        with project.begin(user=USER) as change:
            photo = change.add_photo(
                PHOTO,
                PhotoFacts("image/jpeg", 40, 30),
                view="left_profile",
                pose=Pose(yaw_deg=-89.5, pitch_deg=1.25, roll_deg=0.0, sd_deg=0.7),
                capture=Capture(
                    device="camera", operator="anna", settings={"iso": 100}, checks={"sharpness": [1, 0.5]}
                ),
                thumbnail=THUMBNAIL,
                taken_at=MOMENT,
            )
            plan = change.put(PlanRecord(procedures={"rhinoplasty": 60.0}, maneuvers={"a.b": -1.5}, made_at=MOMENT))
            image = change.put_bytes("image", IMAGE)
            prediction = PredictionRecord(photo=photo, plan=plan, mode="tps", images={"after": image}, made_at=MOMENT)
            change.put(prediction)
            correction = Correction(index=1, x_px=1.5, y_px=2.5, moved_at=MOMENT, moved_by="anna")
            points = ((1.0, 2.0, 3.0), (0.1, 0.2, 0.3))
            landmarks = LandmarksRecord(
                photo=photo, model="m", width_px=40, height_px=30, points_px=points, corrections=(correction,)
            )
            records: list[Record] = [
                PatientRecord(given_name="Gold", family_name="\u00c9n", birth_date="1980-01-02"),
                ConsentRecord(purpose="simulation", text_version="3", given_at=MOMENT, signed_name="G. \u00c9n"),
                FlagsRecord(flags={"bells_palsy": "left"}, noted_at=MOMENT),
                landmarks,
                MeasurementRecord(name="nasofrontal angle", value=120.5, unit="deg", sd=1.5, photo=photo),
                NoteRecord(text="a note", written_at=MOMENT, extra={"field of the future": [1, None, "x"]}),
                ReportRecord(audience="patient", page="a4", made_at=MOMENT),
            ]
            for record in records:
                change.put(record)
        master, header = project.store.keys.master, project.store.header
        _use_known_keys(project, bytes(master), header.file_id)
        project.set_keyring(KEYRING_KEY, user=USER)
        with project.begin(user=USER) as change:
            change.delete(change.add_photo(b"deleted", PhotoFacts("image/png", 1, 1)))
        assert len(project.records(PhotoRecord)) == 1
    sys.stdout.write(f"{path}\n")


def _use_known_keys(project: object, master: bytes, file_id: bytes) -> None:
    from landmarkdiff.project.slots import Slot, SlotKind

    known = Slot.wrap(master, RECOVERY_KEY, file_id=file_id)
    kept = [slot for slot in project.store.header.slots if slot.kind != SlotKind.RECOVERY]
    with project.begin(user=USER) as change:
        change.set_slots([*kept, known], action="recovery key")


if __name__ == "__main__":
    main()
