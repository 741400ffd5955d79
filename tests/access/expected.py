"""Who gets what at every address, by what they are to the review or the Board in it. A new page is a new row.

Columns: the Board business manager and the Independent Chair of the Board, the Lead Reviewer and a panel member of the
review, the SAAR author of the agency whose thing it is and of another agency, a signed-in stranger (everybody above is
one in a review or Board that is not theirs), and nobody signed in. The figure is the answer to a GET: 405 is an address
that is only sent to, "login" a way to the sign-in page.
"""

LOGIN = "login"
COLUMNS = ("manager", "chair", "lead", "panel", "author", "other author", "stranger", "nobody")
_TABLE = """
#                                     manager chair   lead    panel   author  other   stranger nobody
# For everybody
work                                  200     200     200     200     200     200     200     login
accessibility                         200     200     200     200     200     200     200     200
help                                  200     200     200     200     200     200     200     200
help_page                             200     200     200     200     200     200     200     200
healthz                               200     200     200     200     200     200     200     200
readyz                                200     200     200     200     200     200     200     200
kept                                  302     302     302     302     302     302     302     login
# Reviews
reviews:list                          200     200     200     200     200     200     200     login
reviews:open                          200     404     404     404     404     404     404     login
reviews:overview                      200     200     200     200     200     200     404     login
reviews:change                        200     404     404     404     404     404     404     login
# Files
documents:download                    200     404     200     404     200     404     404     login
# The chronology: the file and the typed entry are the author's agency's
chronology:sources                    200     200     200     200     200     200     404     login
chronology:reading                    200     200     200     200     200     200     404     login
chronology:check                      200     404     200     404     200     404     404     login
chronology:rows                       200     404     200     404     200     404     404     login
chronology:settle                     200     404     200     404     200     404     404     login
chronology:columns                    405     404     405     404     405     404     404     login
chronology:table                      405     404     405     404     405     404     404     login
chronology:agency                     405     404     405     404     404     404     404     login
chronology:standing                   405     404     405     404     404     404     404     login
chronology:accept                     200     404     200     404     404     404     404     login
chronology:changes                    302     404     302     404     302     404     404     login
chronology:withdraw                   200     404     200     404     404     404     404     login
chronology:reinstate                  405     404     405     404     404     404     404     login
chronology:again                      405     404     405     404     405     404     404     login
chronology:merged                     200     200     200     200     404     404     404     login
chronology:source                     200     200     200     200     200     404     404     login
chronology:type                       200     404     200     404     404     404     404     login
chronology:change                     200     404     200     404     404     404     404     login
chronology:remove                     200     404     200     404     404     404     404     login
chronology:export                     200     404     200     404     404     404     404     login
# The people register
people:register                       200     200     200     200     404     404     404     login
people:add                            200     404     200     404     404     404     404     login
people:change                         200     404     200     404     404     404     404     login
people:join                           200     404     200     404     404     404     404     login
people:take_out                       200     404     200     404     404     404     404     login
people:put_back                       405     404     405     404     404     404     404     login
# Who can read this?
access:review                         200     200     200     404     404     404     404     login
access:file                           200     200     200     404     404     404     404     login
# A Board's administration
administration:start                  302     302     404     404     404     404     404     login
administration:people                 200     200     404     404     404     404     404     login
administration:roles                  200     200     404     404     404     404     404     login
administration:invite                 200     200     404     404     404     404     404     login
administration:end                    200     404     404     404     404     404     404     login
administration:invite_again           405     405     404     404     404     404     404     login
administration:trail                  200     200     404     404     404     404     404     login
administration:trail_export           200     200     404     404     404     404     404     login
# One's own account
account_login                         302     302     302     302     302     302     302     200
account_logout                        200     200     200     200     200     200     200     302
account_inactive                      200     200     200     200     200     200     200     200
account_signup                        302     302     302     302     302     302     302     200
invitation                            404     404     404     404     404     404     404     404
mfa_authenticate                      302     302     302     302     302     302     302     login
mfa_login_webauthn                    302     302     302     302     302     302     302     login
openid_connect_login                  405     405     405     405     405     405     405     405
openid_connect_callback               404     404     404     404     404     404     404     404
socialaccount_login_cancelled         200     200     200     200     200     200     200     200
account_change_password               200     200     200     200     200     200     200     login
account_set_password                  302     302     302     302     302     302     302     login
account_reset_password                200     200     200     200     200     200     200     200
account_reset_password_done           200     200     200     200     200     200     200     200
account_reset_password_from_key_done  200     200     200     200     200     200     200     200
account_reset_password_from_key       200     200     200     200     200     200     200     200
second_factor                         302     302     302     302     302     302     302     login
mfa_index                             200     200     200     200     200     200     200     login
mfa_activate_totp                     302     302     302     302     302     302     302     login
mfa_deactivate_totp                   200     200     200     200     200     200     200     login
mfa_view_recovery_codes               404     404     404     404     404     404     404     login
mfa_generate_recovery_codes           200     200     200     200     200     200     200     login
mfa_download_recovery_codes           404     404     404     404     404     404     404     login
mfa_list_webauthn                     200     200     200     200     200     200     200     login
mfa_add_webauthn                      200     200     200     200     200     200     200     login
mfa_remove_webauthn                   404     404     404     404     404     404     404     login
mfa_edit_webauthn                     404     404     404     404     404     404     404     login
still_here                            405     405     405     405     405     405     405     login
usersessions_list                     200     200     200     200     200     200     200     login
end_session                           405     405     405     405     405     405     405     login
account_reauthenticate                200     200     200     200     200     200     200     login
mfa_reauthenticate                    200     200     200     200     200     200     200     login
mfa_reauthenticate_webauthn           302     302     302     302     302     302     302     login
confirm_by_single_sign_on             404     404     404     404     404     404     404     login
confirmed                             302     302     302     302     302     302     302     login
enter_once                            404     404     404     404     404     404     404     404
change_address                        200     200     200     200     200     200     200     login
confirm_address                       302     302     302     302     302     302     302     login
"""
_LINES = [line.split() for line in _TABLE.splitlines() if line and not line.startswith("#")]
TABLE = {name: dict(zip(COLUMNS, gets, strict=True)) for name, *gets in _LINES}
assert len(TABLE) == len(_LINES), "a row stands twice"
