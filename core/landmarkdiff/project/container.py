"""The SQLite file that makes saving all-or-nothing; it holds sealed bytes only and knows no key.

This is the seam to the disk: a few rows by number, objects by id, history by number, and one transaction at a time.
Every failure of SQLite or the disk leaves here as one of the project errors. The file is never opened by any other
means while it is open here: closing a second descriptor would drop the lock that keeps other programs out.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from landmarkdiff.errors import (
    JournalMissing,
    NotAProject,
    ProjectDamaged,
    ProjectError,
    ProjectInUse,
    ProjectNotWritten,
    UsageProblem,
)
from landmarkdiff.project.lock_hint import describe_holder
from landmarkdiff.project.sealing import Buffer

APPLICATION_ID = 0x4C445031
FORMAT = 1
PAGE_BYTES = 16 * 1024
MAX_OBJECT_BYTES = 64 * 1024 * 1024
# A value of this length or more is refused by SQLite before any memory is taken for it.
_LENGTH_LIMIT = MAX_OBJECT_BYTES + 1024 * 1024
_BUSY_TIMEOUT_S = 0.2
# NOTE: where SQLite's own message quotes damaged bytes, Python fails to decode it and raises that instead.
_SQLITE_ERRORS = (sqlite3.Error, OverflowError, UnicodeDecodeError)
_OPENING_ATTEMPTS = 5
_TABLES = (
    "CREATE TABLE audit(n INTEGER PRIMARY KEY, ct BLOB)",
    "CREATE TABLE head(k INTEGER PRIMARY KEY, v BLOB)",
    "CREATE TABLE obj(id BLOB PRIMARY KEY, ct BLOB)",
)
_PRAGMAS = (
    "locking_mode=EXCLUSIVE",
    "synchronous=EXTRA",
    "fullfsync=1",
    # In exclusive mode the journal stays between commits, its head zeroed: one sector, where cutting the file would
    # rely on the file system doing that in one step. A journal that grew beyond this is cut afterwards, bytes.
    "journal_size_limit=1048576",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
)


class Container:
    """One open file. Belongs to the thread that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, is_read_only: bool, version: int) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self.version = version
        self._connection = connection
        self._identity = _identity(path)

    @classmethod
    def create(cls, path: Path) -> Container:
        """Make a new file that must not exist yet and leave its first transaction open.

        Raises
        ------
        ProjectNotWritten
            A file is there already, or the folder cannot be written.
        """
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except OSError as error:
            raise not_written(error) from error
        with _translated(path):
            connection = _connect(path, "rw")
            connection.execute(f"PRAGMA page_size={PAGE_BYTES}")
            _configure(connection)
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={FORMAT}")
            for statement in _TABLES:
                connection.execute(statement)
        return cls(path, connection, is_read_only=False, version=FORMAT)

    @classmethod
    def open(cls, path: Path) -> Container:
        """Open an existing file, exclusively where it can be written, and finish an interrupted save.

        Raises
        ------
        ProjectError
            Not a project (E01), damaged (E03), in use (E04), unreadable (E06), journal unusable (E07).
        """
        for _ in range(_OPENING_ATTEMPTS):
            _require_file(path)
            before = _identity(path)
            container = _open_once(path)
            # A file that was replaced in between is open under a name it no longer has: saving to it would be lost.
            if _identity(path) == before:
                return container
            container.close()
        raise ProjectInUse(f"{path.name} is being replaced by another program; try again in a moment.")

    def leave_journal(self) -> None:
        """Keep the empty journal when closing.

        For a file that another is about to replace: by then the journal's name belongs to the other file, and
        removing a journal in use would lose data at the next power cut.
        """
        with self._errors():
            self._connection.execute("PRAGMA journal_mode=TRUNCATE")

    def close(self) -> None:
        """Release the file; an open transaction is rolled back."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def was_replaced(self) -> bool:
        """Return whether another file has taken this one's name, or none has it."""
        return _identity(self.path) != self._identity

    def require_tables(self) -> None:
        """Refuse a file that has any table, trigger or view but those of this format."""
        with self._errors():
            _require_tables(self._connection, self.path)

    def begin(self) -> None:
        """Start a transaction.

        Raises
        ------
        ProjectNotWritten
            The file is read-only, or another file has taken its name.
        UsageProblem
            A transaction is in progress.
        """
        if self.is_read_only:
            raise ProjectNotWritten(
                f"{self.path.name} can only be read here: file, folder or medium are read-only; save a copy elsewhere."
            )
        if self.was_replaced():
            raise ProjectNotWritten(
                f"Not saved: {self.path.name} was moved or replaced by another program while it was open; "
                "save a copy elsewhere."
            )
        if self._connection.in_transaction:
            raise UsageProblem("A change of this project is in progress; commit or abandon it first.")
        with self._errors():
            self._connection.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make the transaction permanent: when this returns, a power cut cannot undo it."""
        with self._errors():
            self._connection.execute("COMMIT")

    def rollback(self) -> None:
        """Forget the transaction; does nothing where SQLite has done so itself."""
        if self._connection.in_transaction:
            with self._errors():
                self._connection.execute("ROLLBACK")

    def head(self, number: int) -> bytes:
        return self._value("SELECT v FROM head WHERE k=?", number, f"header part {number}")

    def set_head(self, number: int, value: Buffer) -> None:
        self._run("INSERT INTO head(k,v) VALUES(?,?) ON CONFLICT(k) DO UPDATE SET v=excluded.v", number, value)

    def object(self, object_id: bytes) -> bytes:
        return self._value("SELECT ct FROM obj WHERE id=?", object_id, f"object {object_id.hex()}")

    def set_object(self, object_id: bytes, sealed: Buffer) -> None:
        self._run("INSERT INTO obj(id,ct) VALUES(?,?) ON CONFLICT(id) DO UPDATE SET ct=excluded.ct", object_id, sealed)

    def delete_object(self, object_id: bytes) -> None:
        self._run("DELETE FROM obj WHERE id=?", object_id)

    def objects(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield id and sealed bytes of every stored row, one in memory at a time; what is no bytes comes as empty."""
        with self._errors():
            for row in self._connection.execute("SELECT id, ct FROM obj"):
                yield tuple(value if isinstance(value, bytes) else b"" for value in row)  # type: ignore[misc]

    def audit(self, number: int) -> bytes:
        return self._value("SELECT ct FROM audit WHERE n=?", number, f"history entry {number}")

    def add_audit(self, number: int, sealed: Buffer) -> None:
        self._run("INSERT INTO audit(n,ct) VALUES(?,?)", number, sealed)

    def last_audit(self) -> int:
        """Return the highest number of a history entry, 0 where there is none."""
        with self._errors():
            row = self._connection.execute("SELECT max(n) FROM audit").fetchone()
        return row[0] if row and isinstance(row[0], int) else 0

    def structure_faults(self) -> list[str]:
        """Return what SQLite's own full check finds, empty where all is well."""
        with self._errors():
            rows = self._connection.execute("PRAGMA integrity_check(20)").fetchall()
        found = [row[0].decode("utf-8", "replace") if isinstance(row[0], bytes) else str(row[0]) for row in rows]
        return [] if found == ["ok"] else found

    def copy_to(self, target: Path) -> None:
        """Write a copy of the whole file to `target`, which must not exist, and sync it."""
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except OSError as error:
            raise not_written(error) from error
        with _translated(target), closing(_connect(target, "rw")) as copy:
            _configure(copy)
            self._connection.backup(copy)

    def _value(self, query: str, key: int | bytes, name: str) -> bytes:
        with self._errors():
            row = self._connection.execute(query, (key,)).fetchone()
        if row is None or not isinstance(row[0], bytes):
            raise ProjectDamaged(f"{self.path.name} is damaged: {name} is missing; open a backup.", damaged=(name,))
        return row[0]

    def _run(self, statement: str, *values: int | Buffer) -> None:
        with self._errors():
            self._connection.execute(statement, values)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with _translated(self.path):
            yield


def not_written(error: OSError) -> ProjectNotWritten:
    """Return the project error for a refusal of the file system."""
    where = Path(os.fsdecode(error.filename)).name if error.filename else "the folder"
    return ProjectNotWritten(f"Not saved ({where}): {error.strerror or error}; nothing was lost, choose another place.")


def is_in_use(path: Path) -> bool:
    """Return whether another program or window holds the file; touches neither the file nor its journal."""
    if not path.exists():
        return False
    connection = _connect(path, "ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except _SQLITE_ERRORS as error:
        return error_code(error) & 0xFF == sqlite3.SQLITE_BUSY
    finally:
        connection.close()
    return False


def journal_path(path: Path) -> Path:
    """Return where SQLite keeps the journal of `path`."""
    return path.with_name(path.name + "-journal")


def _open_once(path: Path) -> Container:
    try:
        return _open_mode(path, is_read_only=False)
    except _SQLITE_ERRORS as error:
        if error_code(error) & 0xFF != sqlite3.SQLITE_READONLY:
            raise _translate(error, path) from error
    if journal_path(path).exists() and journal_path(path).stat().st_size:
        raise JournalMissing(
            f"The last save of {path.name} was interrupted and cannot be finished on a read-only medium; "
            f"copy the file together with {journal_path(path).name} to a folder that can be written."
        )
    with _translated(path):
        return _open_mode(path, is_read_only=True)


def _open_mode(path: Path, *, is_read_only: bool) -> Container:
    connection = _connect(path, "ro" if is_read_only else "rw")
    try:
        _configure(connection)
        connection.execute("BEGIN" if is_read_only else "BEGIN EXCLUSIVE")
        version = _require_layout(connection, path)
        if not is_read_only:
            # SQLite opens what it may not write without a word; a statement that would write nothing asks it.
            connection.execute("UPDATE head SET k=k WHERE 0")
        connection.execute("COMMIT")
        return Container(path, connection, is_read_only=is_read_only, version=version)
    except BaseException:
        connection.close()
        raise


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_TIMEOUT_S, isolation_level=None)
    connection.text_factory = bytes
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LENGTH_LIMIT)
    return connection


def _configure(connection: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _require_layout(connection: sqlite3.Connection, path: Path) -> int:
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise NotAProject(f"{path.name} is not a project file; choose a file that ends in .ldproj.")
    if connection.execute("PRAGMA journal_mode").fetchone() != (b"delete",):
        raise ProjectDamaged(f"{path.name} is damaged: its way of saving was changed.", damaged=("journal mode",))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    # A newer format may have other tables, but its head can always be read and says who can read the rest.
    if version > FORMAT and (b"table", _TABLES[1].encode()) in _tables(connection):
        return int(version)
    _require_tables(connection, path)
    return int(version)


def _tables(connection: sqlite3.Connection) -> list[tuple[bytes, bytes | None]]:
    return connection.execute("SELECT type, sql FROM sqlite_master LIMIT 100").fetchall()


def _require_tables(connection: sqlite3.Connection, path: Path) -> None:
    found = _tables(connection)
    wanted = {(b"table", statement.encode()) for statement in _TABLES} | {(b"index", None)}
    # A trigger or view that someone added would run inside our own statements.
    if len(found) != len(wanted) or set(found) != wanted:
        raise ProjectDamaged(f"{path.name} is damaged: its tables are not those of a project.", damaged=("tables",))


def _require_file(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise NotAProject(f"There is no project file {path.name} in this place; check the name.") from error
    if not stat.S_ISREG(mode):
        raise NotAProject(f"{path.name} is not a file; choose a file that ends in .ldproj.")


def _identity(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return status.st_dev, status.st_ino


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except _SQLITE_ERRORS as error:
        # A second thread or a closed connection is a mistake of ours, not of the file.
        if isinstance(error, sqlite3.ProgrammingError):
            raise
        raise _translate(error, path) from error


def error_code(error: Exception) -> int:
    """Return SQLite's extended result code, 0 where the error has none."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code if isinstance(code, int) else 0


def _translate(error: Exception, path: Path) -> ProjectError:
    code = error_code(error)
    primary = code & 0xFF
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return ProjectInUse(
            f"{path.name} is open on another window or computer{describe_holder(path)}; close it there."
        )
    if primary == sqlite3.SQLITE_NOTADB:
        return NotAProject(f"{path.name} is not a project file, or its beginning is damaged; open a backup.")
    if primary == sqlite3.SQLITE_FULL:
        return ProjectNotWritten(
            "Not saved: the disk is full; your changes are still here, free some space or save elsewhere."
        )
    readings = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ}
    refusals = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
    if primary in refusals and code not in readings:
        return ProjectNotWritten(
            f"{path.name} was not saved or opened: the disk, folder or file refuses ({error}); "
            "your changes are still here, save elsewhere."
        )
    hint = (
        ""
        if journal_path(path).exists()
        else (f" If it was copied here after a crash, copy {journal_path(path).name} too.")
    )
    reason = "its tables are not those of a project" if isinstance(error, UnicodeDecodeError) else str(error)
    return ProjectDamaged(f"{path.name} is damaged ({reason}); open a backup.{hint}", damaged=("container",))
