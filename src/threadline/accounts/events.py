"""Audit events of signing in and of one's own account. A failed one reads "tried, without success: …"."""

from threadline.audit.registry import Kind, register

register(
    Kind("accounts.signed_in", "signed in with {by}", keeps=("by",)),
    Kind("accounts.signed_out", "signed out"),
    Kind("accounts.session_ended", "was signed out: {why}", keeps=("why",)),
    Kind("accounts.sessions_ended", "signed out in other places: {count}", keeps=("count",)),
    Kind("accounts.sign_in_failed", "signed in with {by}", keeps=("by", "address")),
    Kind("accounts.throttled", "was kept waiting after too many tries to sign in", keeps=("address",)),
    Kind("accounts.confirmed", "confirmed who they are with {by}", keeps=("by",)),
    Kind("accounts.second_factor_added", "set up {factor} as a second step", keeps=("factor",)),
    Kind("accounts.second_factor_removed", "took {factor} off as a second step", keeps=("factor",)),
    Kind("accounts.second_factor_forgotten", "took every second step off an account, at its owner's word"),
    Kind("accounts.recovery_codes_made", "made new recovery codes"),
    Kind("accounts.password_changed", "chose another password"),
    Kind("accounts.password_reset_asked", "asked for a link to choose a password", keeps=("address",)),
    Kind("accounts.password_reset", "chose a password by a link that was sent to them"),
    Kind("accounts.address_changed", "changed the e-mail address of their account"),
    Kind("accounts.single_sign_on_linked", "signed in with single sign-on for the first time"),
    Kind("accounts.invitation_taken_up", "took up an invitation and chose a password"),
    Kind("accounts.one_time_link_made", "made a link that lets somebody in once"),
)
