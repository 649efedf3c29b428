"""Any page of the exercises, in any window."""

from scenes.exercises.scene import ExercisesScene
from scenes.shell.app import App
from scenes.shell.machine.display import Options


def shown(
    page: str, size: tuple[int, int], profile: str, zoom: float, language: str
) -> tuple[App, ExercisesScene]:
    app = App({}, Options(language, profile, zoom, size=size, scene="exercises"))
    app.go_on(0.0)
    scene = app.tab
    assert isinstance(scene, ExercisesScene)
    for name in ("draw_in", "bird_dog", "plank"):
        scene.toggle(name)
    match page:
        case "open":
            scene.open("multifidus")
        case "count":
            scene.begin()
        case "game":
            scene.play()
        case "sheet":
            scene.show_sheet()
    app.go_on(0.1)
    app.frame(0.1)
    return app, scene
