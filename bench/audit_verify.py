"""How long a chain of a million events takes to verify (goal: at most 15 s), against hashing the same texts alone.

Run: .venv/bin/python -m bench.audit_verify [EVENTS]
"""

import sys
import time

from bench.installation import scratch


def main(count: int) -> None:
    """Write `count` events straight into the table, verify them, print the figures."""
    scratch()
    from django.conf import settings

    from threadline.audit import chain, trail
    from threadline.audit.models import ChainHead, Event

    key, previous, rows, texts = settings.AUDIT_KEY.encode(), chain.START, [], []
    now = time.time_ns() // 1000
    for number in range(1, count + 1):
        values = (
            number, now + number, "a" * 36, "lead_reviewer", "b" * 36, "c" * 36, "reviews.page_read",
            "done", '["reviews.review:' + "c" * 36 + '"]', '{"page":"Overview"}', "d" * 36, previous,
        )  # fmt: skip
        digest = chain.digest(values, key=key)
        names = [trail.COLUMNS.get(name, name) for name in chain.FIELDS]
        rows.append(Event(**dict(zip(names, values, strict=True)), digest=digest))
        texts.append(values)
        previous = digest
        if len(rows) == 20_000:
            Event.objects.bulk_create(rows, batch_size=500)
            rows.clear()
    Event.objects.bulk_create(rows, batch_size=500)
    last = chain.Head(count, previous)
    ChainHead.objects.update(sequence=count, digest=previous, seal=chain.seal(last, key=key))
    began = time.process_time()
    for values in texts:
        chain.digest(values, key=key)
    floor = time.process_time() - began
    texts.clear()
    began = time.process_time()
    verdict = trail.verify()
    took = time.process_time() - began
    print(f"{verdict.events} events, fault: {verdict.fault}")
    print(
        f"hashing alone {floor:.1f} s CPU; verify {took:.1f} s CPU; ratio {took / floor:.2f} (limit 15 s for 1,000,000)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
