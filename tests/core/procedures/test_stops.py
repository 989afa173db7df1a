"""The three stops: what each shows, and what lowers the upper limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff.clinical.flags import KELOID_ZONES, ClinicalFlags
from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.procedures.stops import CONSERVATIVE_SHARE, Stop, at_stop, upper_limit

MANEUVERS = [each for procedure in load_catalogue().procedures.values() for each in procedure.maneuvers]
flags = st.builds(
    ClinicalFlags,
    keloid_prone=st.just(True),
    keloid_regions=st.lists(st.sampled_from(KELOID_ZONES), min_size=1, unique=True).map(tuple),
    ehlers_danlos=st.booleans(),
)


def test_planned_is_the_plan_itself(catalogue: Catalogue) -> None:
    plan = Plan({"rhinoplasty": 70.0})

    assert at_stop(plan, Stop.PLANNED, catalogue) is plan


def test_conservative_is_a_fixed_share_of_every_value(catalogue: Catalogue) -> None:
    plan = Plan({"rhinoplasty": 70.0}, {"mentoplasty.projection": 3.0})

    shown = at_stop(plan, Stop.CONSERVATIVE, catalogue).values(catalogue)

    wanted = {name: value * CONSERVATIVE_SHARE for name, value in plan.values(catalogue).items()}
    assert shown == pytest.approx(wanted)


def test_limit_is_what_intensity_100_gives(catalogue: Catalogue) -> None:
    shown = at_stop(Plan({"rhinoplasty": 30.0}), Stop.LIMIT, catalogue).values(catalogue)

    assert shown == pytest.approx(Plan({"rhinoplasty": 100.0}).values(catalogue))


def test_cap_of_the_surgeon_replaces_the_catalogues(catalogue: Catalogue) -> None:
    shown = at_stop(Plan({"rhinoplasty": 30.0}), Stop.LIMIT, catalogue, {"rhinoplasty.tip_width": 0.4})

    assert shown.values(catalogue)["rhinoplasty.tip_width"] == pytest.approx(0.4)


def test_keloid_zone_halves_the_limit_of_maneuvers_inside_it(catalogue: Catalogue) -> None:
    tip = catalogue.maneuver("rhinoplasty.tip_width")
    nose = ClinicalFlags(keloid_prone=True, keloid_regions=("nose",))
    lobes = ClinicalFlags(keloid_prone=True, keloid_regions=("ear_lobes",))

    assert upper_limit(tip, 1.0, nose) == pytest.approx(0.5 * tip.default_at_100)
    assert upper_limit(tip, 1.0, lobes) == pytest.approx(tip.default_at_100)


@given(st.sampled_from(MANEUVERS), st.sampled_from([-1.0, 1.0]), flags)
def test_flags_never_raise_a_limit_and_ranges_hold_it(maneuver, sign: float, given_flags: ClinicalFlags) -> None:
    free = upper_limit(maneuver, sign, ClinicalFlags())
    limited = upper_limit(maneuver, sign, given_flags)

    assert abs(limited) <= abs(free)
    assert maneuver.low <= limited <= maneuver.high
    assert limited * sign >= 0
