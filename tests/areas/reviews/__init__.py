"""Reviews: opening one, its dates and agencies, its overview."""
