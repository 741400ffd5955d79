"""Administration: roles, invitations, who has looked, who can."""
