"""People who sign in: records and sign-in only. What they may see is `access`."""
