"""The form engine: a form is data in the pack, and everything done with one is here."""
