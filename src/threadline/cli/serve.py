"""`threadline serve`: migrate, load the example if asked, start the worker, serve the pages."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

from threadline.cli.installation import start_django


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`serve [--example] [--bind HOST:PORT] [--workers N]`."""
    serve = subparsers.add_parser("serve", help="prepare the installation and serve it")
    serve.add_argument("--bind", default="localhost:8000", metavar="HOST:PORT", help="where to listen (%(default)s)")
    serve.add_argument("--workers", type=int, default=2, help="web processes (%(default)s)")
    serve.add_argument("--example", action="store_true", help="load the worked example, with people to sign in as")
    serve.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped. Exit code 2 when the address is taken or cannot be understood."""
    host, _, port = arguments.bind.rpartition(":")
    if not host or not port.isdigit():
        print(f"{arguments.bind} is not an address. Write HOST:PORT, for example localhost:8000.", file=sys.stderr)
        return 2
    if _taken(host, int(port)):
        print(f"Something is already listening on {arguments.bind}. Stop it, or choose another port.", file=sys.stderr)
        print("With make: make run ADDRESS=localhost:8001", file=sys.stderr)
        return 2
    if host in ("localhost", "127.0.0.1", "[::1]"):
        os.environ.setdefault("THREADLINE_HTTPS", "0")
        os.environ.setdefault("THREADLINE_ADDRESS", f"http://{host}:{port}")
    if arguments.example:
        os.environ.setdefault("THREADLINE_EXAMPLE", "1")
    start_django()
    _prepare(example=arguments.example)
    return _serve(arguments, address=f"http://{host}:{port}/")


def _taken(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if host.startswith("[") else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex((host.strip("[]"), port)) == 0


def _prepare(*, example: bool) -> None:
    from django.conf import settings
    from django.core.management import call_command

    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    print("Preparing the database and the screens ...", flush=True)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    if example:
        from threadline.examples.load import load_example

        print(
            "Loading the worked example ..." if load_example() else "The worked example is already loaded.", flush=True
        )
    from threadline.chronology.actions import resume_interrupted
    from threadline.documents.storage import sweep

    if stray := sweep():
        print(f"Removed {stray} unfinished upload{'s' if stray > 1 else ''}.")
    if interrupted := resume_interrupted():
        print(f"Reading was cut off when the service stopped, and starts again: {interrupted} file(s).")


def _serve(arguments: argparse.Namespace, *, address: str) -> int:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "threadline.project.settings"}
    worker = _Worker(environment)
    web = subprocess.Popen(  # noqa: S603  # our own command; the address was checked
        [
            sys.executable, "-m", "gunicorn", "threadline.project.wsgi", "--bind", arguments.bind,
            "--worker-class", "gthread", "--workers", str(arguments.workers), "--threads", "4",
            "--log-level", "warning", "--timeout", "120", "--no-control-socket", "--max-requests", "5000",
        ],
        env=environment,
    )  # fmt: skip
    print(f"\nThreadline is at {address}", flush=True)
    if arguments.example:
        from threadline.examples.load import who_to_sign_in_as

        print(who_to_sign_in_as(address), flush=True)

    def stop(number: int, frame: FrameType | None) -> None:
        worker.end()
        web.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    rounds = _Rounds()
    while (code := web.poll()) is None:
        worker.keep_alive()
        rounds.look()
        time.sleep(1)
    worker.end()
    worker.process.wait()
    return 0 if code in (0, -signal.SIGTERM, -signal.SIGINT) else code


class _Rounds:
    """Looks what scheduled work is due, every few seconds, and has the worker begin it."""

    EVERY = 15

    def __init__(self) -> None:
        self.last = 0.0

    def look(self) -> None:
        """Look, unless that was done a moment ago. Records that are out of reach are looked for again later."""
        if time.monotonic() - self.last < self.EVERY:
            return
        self.last = time.monotonic()
        from django.db import Error, close_old_connections

        from threadline.jobs import schedule

        close_old_connections()
        try:
            schedule.tick()
        except Error as fault:
            print(f"Scheduled work could not be looked up ({type(fault).__name__}).", file=sys.stderr, flush=True)


class _Worker:
    """The process that does background work, started again when something ends it (TRUST F9)."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment, self.stopping = environment, False
        self.process = self._started()

    def _started(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # our own command, no input
            [sys.executable, "-m", "threadline.project.manage", "db_worker", "--queue-name", "*"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
        )

    def keep_alive(self) -> None:
        """Start it again if it has ended, with what it was reading back in line."""
        if self.stopping or self.process.poll() is None:
            return
        from threadline.chronology.actions import resume_interrupted

        print("The background worker ended and is started again.", file=sys.stderr, flush=True)
        resume_interrupted()
        self.process = self._started()

    def end(self) -> None:
        """Ask it to end once what it is doing is done."""
        self.stopping = True
        self.process.terminate()
