"""The shell for long forms: rail, page, autosave, check your answers."""
