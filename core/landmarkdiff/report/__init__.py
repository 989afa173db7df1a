"""The before/after report: composed from an open project as a value, exported as pictures, animations and DICOM.

`compose.compose(project, options)` gives the `Report`; the window's package draws it as a PDF. Nothing here knows Qt,
and this file loads nothing heavy: the window asks for the options long before it makes a report.
"""

from landmarkdiff.report.consent import Destination
from landmarkdiff.report.options import Audience, Crop, Letterhead, ReportOptions

__all__ = ["Audience", "Crop", "Destination", "Letterhead", "ReportOptions"]
