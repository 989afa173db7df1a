"""Run the command line as `python -m landmarkdiff`."""

import sys

from landmarkdiff.cli import main

sys.exit(main())
