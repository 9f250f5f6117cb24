"""How the work goes, for a manager: cards of numbers that point at nobody."""
