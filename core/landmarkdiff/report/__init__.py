"""The before/after report: composed from an open project as a value, exported as pictures, animations and DICOM.

`compose(project, options)` gives the `Report`; the window's package draws it as a PDF. Nothing here knows Qt.
"""

from landmarkdiff.report.compose import compose
from landmarkdiff.report.consent import Destination
from landmarkdiff.report.options import Audience, Crop, Letterhead, ReportOptions
from landmarkdiff.report.report import Report

__all__ = ["Audience", "Crop", "Destination", "Letterhead", "Report", "ReportOptions", "compose"]
