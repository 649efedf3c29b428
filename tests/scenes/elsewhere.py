"""What a window shows besides its scenes with a model, and how to get there."""

from collections.abc import Callable

from scenes.exercises.game.page import GamePage
from scenes.exercises.scene import ExercisesScene
from scenes.shell.app import App
from scenes.story.scene import StoryScene
from scenes.story.teacher_notes import EXPERIMENT, NOTED, QUESTION, STEPS


def over_blocks(app: App) -> App:
    """The blocks, for what is opened over a scene with a model."""
    app.choose("blocks")
    return app


def exercises(app: App) -> ExercisesScene:
    """The exercises, from their first page."""
    app.choose("exercises")
    assert isinstance(app.tab, ExercisesScene)
    app.tab.show_cards()
    return app.tab


def running(app: App) -> None:
    """The pacer, in the first breath."""
    scene = exercises(app)
    scene.open("plank")
    scene.start()


def tries(app: App) -> None:
    """The game with a try, and in the window what was tried so far."""
    scene = exercises(app)
    scene.play()
    scene.game.press_move()
    while not scene.game.over:
        app.go_on(0.1)
    page = scene.page
    assert isinstance(page, GamePage)
    if page.tries in page.widgets():
        page.tries.activate()


def lesson(app: App, step: int, page: int) -> None:
    """A step of the lesson: the experiment, the question, the steps or the notes."""
    app.enter("teach")
    story = app.tab
    assert isinstance(story, StoryScene)
    story.go(step)
    story.lesson.pages.choose(page)


PAGES: dict[str, Callable[[App], object]] = {
    "start": lambda app: app.home(),
    "scenes": lambda app: app.scenes_dialog(),
    "help": lambda app: over_blocks(app).help(),
    "info": lambda app: over_blocks(app).info(),
    "share": lambda app: over_blocks(app).exchange.show(),
    "examples": lambda app: over_blocks(app).exchange.examples(),
    "story": lambda app: app.enter("show"),
    "lesson": lambda app: lesson(app, 0, EXPERIMENT),
    "question": lambda app: lesson(app, 3, QUESTION),
    "steps": lambda app: lesson(app, 3, STEPS),
    "notes": lambda app: lesson(app, 3, NOTED),
    "cards": lambda app: app.choose("exercises"),
    "practice": lambda app: exercises(app).open("plank"),
    "running": running,
    "sheet": lambda app: exercises(app).show_sheet(),
    "game": lambda app: exercises(app).play(),
    "tries": tries,
}
