"""The merged chronology as a Word document: landscape, headings repeated on each page, facts, comment and what is said
beside an entry in columns of their own.
"""

from threadline.domain.chronology.merge import ORDER, Chronology
from threadline.domain.chronology.writers.tables import Table, entries_table, further
from threadline.domain.chronology.writers.view import View, statement
from threadline.domain.chronology.writers.word_body import document, paragraph, table

PAGE = 15_400
"""How wide the tables are, in twentieths of a point."""


def write_docx(chronology: Chronology, view: View) -> bytes:
    """Return a Word document: title, what is shown, the entries as one table, then the early history, what needs
    attention, rows left out, files and abbreviations.
    """
    body = [
        paragraph(view.title, "Title"),
        *(paragraph(said) for said in statement(chronology, view)),
        paragraph(ORDER, "Small"),
        _table(entries_table(chronology)),
    ]
    for each in further(chronology, view):
        body += [paragraph(each.title, "Heading1"), _table(each)]
    return document(view.title, body)


def _table(made: Table) -> str:
    whole = sum(made.widths)
    return table(made.headings, [PAGE * width // whole for width in made.widths], made.rows)
