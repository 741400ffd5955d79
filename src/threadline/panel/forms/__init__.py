"""What people type about the Panel and its meetings. Shape only."""
