"""A scratch installation for a measurement: its own folder, its own database, nothing of yours touched."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]


def scratch() -> Path:
    """Set up Django on a new data folder and migrate it; the folder."""
    folder = Path(tempfile.mkdtemp(prefix="threadline-bench-"))
    os.environ.update(
        THREADLINE_DATA=str(folder), THREADLINE_HTTPS="0", DJANGO_SETTINGS_MODULE="threadline.project.settings"
    )
    os.environ.setdefault("THREADLINE_TASKS", "django_tasks.backends.immediate.ImmediateBackend")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    return folder


def cpu(work: Callable[[], object], *, times: int) -> float:
    """CPU milliseconds of one call, over `times` calls."""
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) * 1000 / times


def interleaved(candidates: dict[str, Callable[[], object]], *, times: int, batches: int = 7) -> dict[str, float]:
    """The least CPU milliseconds of each over several batches, taken in turns so that a busy machine hits all alike."""
    least: dict[str, float] = {}
    for _ in range(batches):
        for name, work in candidates.items():
            figure = cpu(work, times=times)
            least[name] = min(least.get(name, figure), figure)
    return least
