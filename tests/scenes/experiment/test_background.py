"""Work between pictures: one job, one budget, nothing while something moves."""

from collections.abc import Iterator

from scenes.experiment.background import Background, BUDGET, URGENT


class Clock:
    """Time that passes only by work."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def job(clock: Clock, done: list[int], count: int, slice_s: float) -> Iterator[None]:
    """So many slices, each of so long."""
    for number in range(count):
        clock.now += slice_s
        done.append(number)
        yield


def test_as_many_slices_as_the_budget_has_room_for() -> None:
    clock, done = Clock(), list[int]()
    background = Background(clock)
    background.begin(job(clock, done, 10, BUDGET / 4), rests=0)
    background.work()
    assert len(done) == 4
    background.work()
    background.work()
    assert len(done) == 10
    assert not background.pending
    background.work()
    assert len(done) == 10


def test_at_least_one_slice_however_long() -> None:
    clock, done = Clock(), list[int]()
    background = Background(clock)
    background.begin(job(clock, done, 3, 10 * BUDGET), rests=0)
    for count in (1, 2, 3):
        background.work()
        assert len(done) == count


def test_it_rests_first_and_anew_after_every_movement() -> None:
    clock, done = Clock(), list[int]()
    background = Background(clock)
    background.begin(job(clock, done, 9, BUDGET), rests=2)
    for _ in range(2):
        background.work()
    assert not done
    assert background.pending
    background.work()
    assert len(done) == 1
    background.wait()
    for _ in range(2):
        background.work()
    assert len(done) == 1
    background.work()
    assert len(done) == 2


def test_another_job_takes_the_place_of_the_last() -> None:
    clock, first, second = Clock(), list[int](), list[int]()
    background = Background(clock)
    background.begin(job(clock, first, 9, BUDGET), rests=0)
    background.work()
    background.begin(job(clock, second, 2, BUDGET), rests=0)
    for _ in range(5):
        background.work()
    assert (len(first), len(second)) == (1, 2)


def test_finished_at_once_as_far_as_needed() -> None:
    clock, done = Clock(), list[int]()
    background = Background(clock)
    background.begin(job(clock, done, 9, 1.0))
    background.finish(lambda: len(done) >= 4)
    assert len(done) == 4
    background.finish(lambda: False)
    assert len(done) == 9
    assert not background.pending


def test_what_somebody_waits_for_rests_not_and_has_more_of_a_picture() -> None:
    clock, done = Clock(), list[int]()
    background = Background(clock)
    background.begin(job(clock, done, 10, URGENT / 4), urgent=True)
    background.work()
    assert len(done) == 4
    assert URGENT < 1 / 60
    background.begin(job(clock, done, 10, BUDGET), rests=0)
    background.work()
    assert len(done) == 5


def test_what_shows_is_news_until_the_next_work() -> None:
    clock = Clock()
    background = Background(clock)

    def found() -> Iterator[bool]:
        for shows in (False, True, False):
            clock.now += BUDGET
            yield shows

    background.begin(found(), rests=0)
    told = []
    for _ in range(6):
        background.work()
        told.append(background.news)
    assert told == [False, True, False, True, False, False]  # its end shows as well
