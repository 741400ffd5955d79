"""The threshold: referrals, the test, the decision, national bodies, letters to agencies."""
