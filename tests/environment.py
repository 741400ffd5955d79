"""The environment of every test run, set before Django's settings are read.

A plugin named in `addopts`, since a conftest is loaded too late: pytest-django reads the settings first.
"""

import os
import sys
import tempfile

# A run starts a hundred processes; each would compile every module again.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

os.environ.setdefault("THREADLINE_DATA", tempfile.mkdtemp(prefix="threadline-test-"))
os.environ.setdefault("THREADLINE_TASKS", "django_tasks.backends.immediate.ImmediateBackend")
os.environ.setdefault("THREADLINE_EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
os.environ.setdefault("THREADLINE_HTTPS", "0")
os.environ.setdefault("THREADLINE_DEBUG", "0")
os.makedirs(os.path.join(os.environ["THREADLINE_DATA"], "static"), exist_ok=True)
