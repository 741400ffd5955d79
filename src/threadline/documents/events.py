"""Audit events of documents."""

from threadline.audit.registry import Kind, register

register(
    Kind("documents.received", "received a file"),
    Kind("documents.downloaded", "downloaded a file"),
    Kind("documents.scanned", "checked a file for viruses ({result})", keeps=("result",)),
)
