"""The curves of the year follow from what is told of them."""

import math

import numpy as np
import pytest

from tests.terminal import report


@pytest.mark.parametrize(("week", "trained"), [(0, 0), (8, 1), (52, 0), (52, 1)])
def test_the_year_can_be_rebuilt(week: int, trained: int) -> None:
    told = report("describe", "recovery", f"--set=week={week}", f"--set=trained={trained}")
    year = told["year"]
    pain, learned, onset, again = (year[n] for n in ("pain", "learned", "onset", "recurrence"))
    assert pain["pain"] == pytest.approx(
        math.exp(np.interp(week, pain["found_weeks"], np.log(pain["found"])))
    )
    share = trained * (1 - math.exp(-week / learned["learning_weeks"]))
    assert learned["learned"] == pytest.approx(share)
    late = onset["late"] + share * (onset["early"] - onset["late"])
    assert onset["onset"] == pytest.approx(late)
    assert [group["onset"] for group in told["activations"]] == [0, pytest.approx(late)]
    found = again["of_people_trained" if trained else "of_people_untrained"]
    by_now = 1 - (1 - found / again["people"]) ** (week / year["weeks"])
    assert again["recurred"] == pytest.approx(by_now * again["people"], abs=10)
    if week == year["weeks"]:
        assert again["recurred"] == found
