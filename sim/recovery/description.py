"""The year in full: its curves, who recurs, and the raised arm of the week asked for."""

from sim.mechanics.description import Tree
from sim.mechanics.quantity import Quantity
from sim.recovery.model import EARLY, LATE, LEARNING_WEEKS, Recovery
from sim.recovery.pain_and_recurrence import PAIN, PEOPLE, RECURRENCE, WEEKS
from sim.timing import description as timing


def told(model: Recovery) -> Tree:
    """The raised arm of the week, and the curves that its onset comes from."""
    now = model.remarks()
    return timing.told(model) | {
        "year": {
            "weeks": Quantity(WEEKS, "week"),
            "pain": {
                "formula": "log(pain) = interpolated(week, found_weeks, log(found))",
                "found_weeks": Quantity([*PAIN], "week"),
                "found": Quantity([*PAIN.values()], ""),
                "pain": Quantity(now["pain"], ""),
                "where": "mean pain of a group, 0 to 100; straight lines between what was found",
            },
            "learned": {
                "formula": "learned = trained (1 - exp(-week / learning_weeks))",
                "learning_weeks": Quantity(LEARNING_WEEKS, "week"),
                "learned": Quantity(now["learned"], ""),
            },
            "onset": {
                "formula": "onset = late + learned (early - late)",
                "late": Quantity(LATE, "s"),
                "early": Quantity(EARLY, "s"),
                "onset": Quantity(now["onset_s"], "s"),
            },
            "recurrence": {
                "formula": "share = 1 - (1 - of_people / people)^(week / weeks)",
                "people": Quantity(PEOPLE, ""),
                "of_people_trained": Quantity(RECURRENCE[True], ""),
                "of_people_untrained": Quantity(RECURRENCE[False], ""),
                "recurred": Quantity(now["recurred_of_100"], ""),
                "where": "share that has had pain again by that week, of whom each is drawn; "
                "`recurred`: so many of those that are shown",
            },
        }
    }
