"""The encrypted project file: one consultation, sealed, saved whole or not at all.

`create_project` and `open_project` give a `Project`; the written format is docs/project-format.md. The package imports
neither the engine's types nor numpy, and never writes plaintext to the disk.
"""

from landmarkdiff.project.opening import create_project, open_project, suggest_file_name
from landmarkdiff.project.project import Project, Stored
from landmarkdiff.project.recovery_key import RecoveryKey
from landmarkdiff.project.slots import Argon2Cost, KeyringKey, Password, calibrate

__all__ = [
    "Argon2Cost",
    "KeyringKey",
    "Password",
    "Project",
    "RecoveryKey",
    "Stored",
    "calibrate",
    "create_project",
    "open_project",
    "suggest_file_name",
]
