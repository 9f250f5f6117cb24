"""Referring a family to the panel, and where the referral stands."""
