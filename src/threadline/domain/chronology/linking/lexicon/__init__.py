"""What English agencies call things: data only, read by the rules beside it. From working vocabulary, not from any
one case.
"""
