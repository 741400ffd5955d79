"""My work, the guide, readiness."""
