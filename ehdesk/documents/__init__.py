"""Documents as tagged PDF: the only part of the house that knows ReportLab."""
