"""Reports on paper: `print_report` gives a PDF in memory, `write_pdf` a file."""

from landmarkdiff_app.printing.document import PrintedReport, print_report, write_pdf
from landmarkdiff_app.printing.fonts import Fonts
from landmarkdiff_app.printing.page import PageSize

__all__ = ["Fonts", "PageSize", "PrintedReport", "print_report", "write_pdf"]
