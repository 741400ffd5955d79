"""Stories driven through a real Chromium against the real server."""
