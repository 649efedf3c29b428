"""The teacher's notes on all steps as A4 pages: to have in the hand, not on the projector.

It needs fpdf2 and no window, and can be read aloud.
"""

from collections.abc import Sequence

from scenes.draw.palette import DEFAULT
from scenes.exercises.printed_pages import GAP, Pages
from scenes.story.steps import Step
from scenes.text.words import Words

TITLE, HEAD, BODY = 20, 13, 10.5  # pt
NOTES = ("ask", "mistake", "left_out")


def notes_pdf(words: Words, steps: Sequence[Step]) -> bytes:
    """All steps by name, each with what is done and the notes. Raises UserError without fpdf2."""
    notes = _Notes(words, words("lesson.notes_title"))
    try:
        notes.fill(steps)
        return notes.data()
    finally:
        notes.close()


class _Notes(Pages):
    """The pages while they are being filled."""

    def fill(self, steps: Sequence[Step]) -> None:
        """Everything, from the title to the number of the last page."""
        words = self._words
        self._new_page()
        self._line(f"**{words('lesson.notes_title')}**", TITLE, DEFAULT.ink, "H1")
        self._line(words("lesson.notes_about"), BODY, DEFAULT.muted)
        for number, step in enumerate(steps, start=1):
            self._step(number, step)
        self._number_pages(words("start.disclaimer"))

    def _step(self, number: int, step: Step) -> None:
        """A step, on one page."""
        words = self._words
        head = f"**{words.number(number)}. {words(f'story.{step.name}')}**"
        does = " ".join(words(f"story.{name}") for name in step.does)
        rows = [f"**{words('lesson.do')}** {does}"]
        if step.question is not None:
            answers = ", ".join(words(f"answer.{name}") for name in step.question.answers)
            rows.append(f"**{words('lesson.answers')}** {answers}")
        rows += [
            f"**{words(f'lesson.{note}')}:** {words(f'lesson.{step.name}_{note}')}"
            for note in NOTES
        ]
        need = self.height(head, HEAD, self._across)
        need += sum(self.height(row, BODY, self._across) for row in rows)
        self._room_for(need + 2 * GAP)
        self._y += 2 * GAP
        self._line(head, HEAD, DEFAULT.ink, "H2")
        for row in rows:
            self._line(row, BODY, DEFAULT.ink)
