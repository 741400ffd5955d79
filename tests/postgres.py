"""A PostgreSQL of our own for one test run: found or installed, and started in a scratch folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """The folder with `initdb` and `postgres`, None where there is none."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) + sorted(
        Path("/opt/homebrew/opt").glob("postgresql*/bin/initdb")
    )
    return folders[-1].parent if folders else None


def install() -> None:
    """Try the system's package manager, quietly; a failure shows in `binaries()`."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "postgresql"]):
            subprocess.run(command, env=environment, check=False, capture_output=True)


@contextmanager
def server() -> Iterator[str | None]:
    """The address of a running PostgreSQL on a local socket, None where none could be had."""
    folder = binaries()
    if folder is None:
        install()
        folder = binaries()
    if folder is None:
        yield None
        return
    home = Path(tempfile.mkdtemp(prefix="threadline-pg-"))
    as_user = _someone_else(home)
    data = home / "data"
    subprocess.run([folder / "initdb", "-D", data, "-U", "owner", "-A", "trust", "-N"], **as_user)
    options = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off -c full_page_writes=off"
    subprocess.run([folder / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start"], **as_user)
    role = "CREATE ROLE threadline LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS"  # rows deny themselves to it (TRUST 29)
    subprocess.run([folder / "psql", "-h", home, "-U", "owner", "-d", "postgres", "-c", role], **as_user)
    try:
        yield f"postgres://threadline@/postgres?host={home}"
    finally:
        subprocess.run([folder / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **as_user)
        shutil.rmtree(home, ignore_errors=True)


def _someone_else(home: Path) -> dict[str, object]:
    """How to run as a user other than root, which PostgreSQL refuses to be."""
    common: dict[str, object] = {"check": True, "stdout": subprocess.DEVNULL, "cwd": home}
    if os.geteuid() != 0:
        return common
    user = next((name for name in ("postgres", "nobody") if _exists(name)), None)
    if user is None:
        return common
    shutil.chown(home, user)
    return {**common, "user": user}


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
