"""Advice without a case, the services and numbers to give, and what the letters mean."""
