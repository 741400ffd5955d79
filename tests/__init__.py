"""Threadline's tests: they mirror src/threadline."""
