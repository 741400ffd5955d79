"""Who may do what, declared once in `policy.py` and enforced on every query, act, page, file and export."""
