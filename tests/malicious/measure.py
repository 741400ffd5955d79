"""A process that reads files one after another and says how each went: outcome, seconds, memory grown.

Run as `python measure.py`; each request is a line {"name", "size"} and then the bytes, each answer a line of JSON.
"""

import gc
import json
import sys
import time

from threadline.domain.chronology.readers import Refused, read_document


def reset_peak():
    """Ask the system to measure the peak afresh; where it cannot, growth is measured over the whole run."""
    try:
        with open("/proc/self/clear_refs", "w", encoding="ascii") as file:
            file.write("5")
    except OSError:
        return


def peak_kilobytes():
    try:
        with open("/proc/self/status", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main():
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        data = sys.stdin.buffer.read(asked["size"])
        gc.collect()
        reset_peak()
        before, began = peak_kilobytes(), time.process_time()
        code, cells, said = None, 0, ""
        try:
            document = read_document(asked["name"], data)
            cells = sum(len(row.cells) for table in document.tables for row in table.rows)
            said = " ".join(document.notes)
            del document
        except Refused as refused:
            code, said = refused.code, str(refused)
        grown = peak_kilobytes() - before
        answer = {"code": code, "cells": cells, "seconds": time.process_time() - began, "grown": grown, "said": said}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
