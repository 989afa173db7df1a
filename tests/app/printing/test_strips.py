"""Pages are filled from above; what heads or explains something stays with it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from landmarkdiff_app.printing.page import Page, PageSize, page_of
from landmarkdiff_app.printing.strips import Placed, Strip, fill_pages

PAGE = page_of(PageSize.A4)
heights = st.floats(min_value=1.0, max_value=0.45 * PAGE.text_height)
spaces = st.sampled_from([0.0, 10.0, 130.0])


def draw_nothing(*_: object) -> None:
    """Stand in for a drawing."""


@st.composite
def strips(draw: st.DrawFn) -> list[Strip]:
    made: list[Strip] = []
    for _ in range(draw(st.integers(1, 40))):
        is_heading = draw(st.booleans()) and not (made and made[-1].is_heading)
        height = draw(st.floats(50.0, 200.0)) if is_heading else draw(heights)
        keeps = is_heading or draw(st.booleans())
        made.append(Strip(height, draw_nothing, draw(spaces), keeps_next=keeps, is_heading=is_heading))
    return [*made, Strip(100.0, draw_nothing)]


def placed(strips: list[Strip], page: Page = PAGE) -> list[list[Placed]]:
    return fill_pages(strips, page, page.top)


@settings(max_examples=300, deadline=None)
@given(strips())
@example([Strip(0.9 * PAGE.text_height, draw_nothing, keeps_next=True),
          Strip(100.0, draw_nothing, keeps_next=True, is_heading=True),
          Strip(0.4 * PAGE.text_height, draw_nothing)])  # fmt: skip
def test_no_heading_ends_a_page(given_strips: list[Strip]) -> None:
    assert not any(page[-1].strip.is_heading for page in placed(given_strips))


@settings(max_examples=200, deadline=None)
@given(strips())
def test_everything_is_placed_once_in_order_and_within_the_page(given_strips: list[Strip]) -> None:
    pages = placed(given_strips)

    assert [each.strip for page in pages for each in page] == given_strips
    assert all(each.top + each.strip.height <= PAGE.bottom + 1e-6 for page in pages for each in page)
    assert all(page for page in pages)


@pytest.mark.parametrize("filled", [share / 20 for share in range(1, 20)])
def test_strips_that_stay_together_are_on_one_page(filled: float) -> None:
    filler = Strip(filled * PAGE.text_height, draw_nothing)
    together = [Strip(200.0, draw_nothing, keeps_next=True) for _ in range(8)] + [Strip(200.0, draw_nothing)]

    pages = placed([filler, *together])

    assert sum(any(each.strip is strip for each in page for strip in together) for page in pages) == 1
