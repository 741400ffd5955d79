"""Settings, addresses and start-up refusals."""
