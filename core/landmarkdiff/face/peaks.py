"""Peaks of a curve by their prominence.

The same as `scipy.signal.find_peaks`, which the tests compare it with. Importing that takes 88 MB and a second, of a
program that has a window to show and needs nothing else from there.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def prominent_peaks(values: npt.NDArray[np.float64], least: float) -> npt.NDArray[np.intp]:
    """Return where a curve has peaks of at least this prominence, intp (n,), ascending; of a flat top its middle.

    Parameters
    ----------
    values : float64 (m,)
    least : float
        How far one has to come down from the peak, on either side, before the curve rises above it; in the unit of the
        values.
    """
    starts = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
    tops = values[starts]
    is_peak = np.zeros(len(starts), dtype=bool)
    is_peak[1:-1] = (tops[1:-1] > tops[:-2]) & (tops[1:-1] > tops[2:])
    ends = np.append(starts[1:], len(values)) - 1
    middles = (starts + ends)[is_peak] // 2
    prominent = [peak for peak in middles if _prominence(values, int(peak)) >= least]
    return np.array(prominent, dtype=np.intp)


def _prominence(values: npt.NDArray[np.float64], peak: int) -> float:
    higher = np.flatnonzero(values > values[peak])
    first = higher[higher < peak].max(initial=-1) + 1
    last = higher[higher > peak].min(initial=len(values))
    return float(values[peak] - max(values[first : peak + 1].min(), values[peak:last].min()))
