"""What a harness has to say of one kind of thing that it tried."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Row:
    """How often a kind was tried, how that ended, and what should not have happened.

    `ends` counts the ends that are fine, such as "refused in one sentence"; `wrong` holds
    one line for each of the others, with what is needed to try it again.
    """

    kind: str
    tried: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def cells(self) -> tuple[str, str, str, str]:
        """Kind, how often, the ends and the number of wrong ones, as they are printed."""
        ends = ", ".join(f"{count} {end}" for end, count in sorted(self.ends.items()))
        return self.kind, f"{self.tried:,}", ends, str(len(self.wrong))


HEADER = ("what", "tried", "how it ended", "wrong")
