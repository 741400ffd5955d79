"""What people type about referrals, decisions, national bodies and letters. Shape only."""
