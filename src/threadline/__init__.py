"""Threadline: Serious Case Reviews by a systems approach."""
