"""Audit events of the chronology: what happened to files, rows, entries and views. Ids and counts, never content."""

from threadline.audit.registry import Kind, register

register(
    Kind("chronology.file_received", "received a timeline"),
    Kind(
        "chronology.file_read",
        "read a timeline: {entries} entries, {left_out} rows left out",
        keeps=("entries", "left_out"),
    ),
    Kind("chronology.file_failed", "could not read a timeline ({code})", keeps=("code",)),
    Kind("chronology.reading_restarted", "started the reading of a timeline again after it was cut off"),
    Kind("chronology.reading_asked_again", "asked for a timeline to be read again"),
    Kind("chronology.agency_named", "said which agency a timeline is from"),
    Kind("chronology.row_corrected", "settled a row of a timeline ({act})", keeps=("act",)),
    Kind("chronology.columns_chosen", "changed how the columns of a timeline are read"),
    Kind("chronology.table_chosen", "said whether a table is part of a timeline"),
    Kind("chronology.standing_said", "said what a timeline is to the one before it ({standing})", keeps=("standing",)),
    Kind("chronology.file_accepted", "accepted a timeline: {entries} entries", keeps=("entries", "unsettled")),
    Kind("chronology.file_withdrawn", "withdrew a timeline: {entries} entries left the chronology", keeps=("entries",)),
    Kind("chronology.file_reinstated", "put a withdrawn timeline back to be checked"),
    Kind("chronology.entry_typed", "typed an entry"),
    Kind("chronology.entry_changed", "changed a typed entry"),
    Kind("chronology.entry_removed", "removed a typed entry"),
    Kind("chronology.filtered", "chose what of the chronology to look at"),
    Kind("chronology.sources_read", "looked at the sources of the chronology"),
    Kind("chronology.file_looked_at", "looked at a timeline ({page})", keeps=("page",)),
    Kind(
        "chronology.read", "read the merged chronology: {entries} entries", keeps=("entries", "view", "first", "last")
    ),
    Kind("chronology.source_read", "looked at the source of an entry"),
    Kind(
        "chronology.exported", "exported the chronology as {form}: {entries} entries", keeps=("form", "entries", "view")
    ),
    Kind("chronology.pairs_asked_for", "asked which entries may record one event"),
    Kind("chronology.pairs_found", "found {pairs} pairs of entries that may record one event", keeps=("pairs",)),
    Kind("chronology.pair_judged", "said of two entries: {says}", keeps=("says",)),
    Kind("chronology.pair_taken_back", "took back an answer on two entries ({says})", keeps=("says",)),
    Kind("chronology.pairs_read", "looked at entries that may record one event"),
    Kind("chronology.sharing_recorded", "recorded that an agency was told of an event"),
    Kind("chronology.sharing_taken_back", "took back that an agency was told of an event"),
    Kind("chronology.known_read", "read the chronology as known on a day"),
    Kind("chronology.key_event_marked", "marked a key event"),
    Kind("chronology.key_event_changed", "changed a key event"),
    Kind("chronology.key_event_confirmed", "recorded that the panel confirmed a key event"),
    Kind("chronology.key_event_set_aside", "set a key event aside"),
    Kind("chronology.key_event_put_back", "put a key event back"),
    Kind("chronology.key_events_read", "looked at the key events"),
    Kind("chronology.episode_changed", "changed a key practice episode"),
    Kind("chronology.note_written", "wrote a note on an entry ({audience})", keeps=("audience",)),
    Kind("chronology.note_changed", "changed a note on an entry ({audience})", keeps=("audience",)),
    Kind("chronology.note_removed", "removed a note on an entry"),
    Kind("chronology.view_named", "gave a view of the chronology a name ({audience})", keeps=("audience",)),
    Kind("chronology.view_forgotten", "took the name of a view away"),
    Kind("chronology.picture_read", "looked at the picture of the chronology: {entries} entries", keeps=("entries",)),
)
