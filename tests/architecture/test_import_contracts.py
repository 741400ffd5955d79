"""The order of the process is the order of the imports."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_import_contract_is_kept():
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_only_reference_up_the_order_is_a_role_holdings_review():
    from django.apps import apps

    order = [
        "audit", "jobs", "accounts", "agencies", "access", "reviews", "documents", "people", "notices", "threshold",
        "panel", "chronology",
        "administration", "desk",
    ]  # fmt: skip
    ours = [m for m in apps.get_models() if m.__module__.startswith("threadline.")]
    upward = {
        f"{model._meta.label}.{field.name}"
        for model in ours
        for field in model._meta.get_fields()
        if getattr(field, "related_model", None) in ours
        and getattr(field, "many_to_one", False)
        and order.index(field.related_model._meta.app_label) > order.index(model._meta.app_label)
    }
    assert upward == {"access.RoleHolding.review"}
