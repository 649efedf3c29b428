"""What one visit puts together: chosen exercises, their doses, the clinician's lines.

It lives in memory alone and is forgotten between patients.
"""

from dataclasses import dataclass, field, replace

from scenes.exercises.catalogue import Dose, exercises, MOST


@dataclass
class Session:
    """Chosen exercises in the order of their choosing, changed doses, and a note."""

    chosen: list[str] = field(default_factory=list)
    doses: dict[str, Dose] = field(default_factory=dict)
    note: str = ""

    def toggle(self, name: str) -> None:
        """Put an exercise on the list, or take it off."""
        if name in self.chosen:
            self.chosen.remove(name)
        else:
            self.chosen.append(name)

    def dose(self, name: str) -> Dose:
        """How often and how long."""
        return self.doses.get(name, exercises()[name].dose)

    def change(self, name: str, part: str, by: int) -> None:
        """More or less sets, repetitions or seconds, within what is possible."""
        dose = self.dose(name)
        wanted = min(MOST[part], max(1, getattr(dose, part) + by))
        self.doses[name] = replace(dose, **{part: wanted})
