"""Management oversight: what waits for a signature, and supervision of a caseload (picture 25)."""
