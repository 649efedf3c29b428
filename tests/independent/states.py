"""Spines to compare: what the program says of one, and random ones."""

from collections.abc import Mapping

import numpy as np

from tests.independent.chain import Told
from tests.independent.spine import MUSCLES
from tests.terminal import report


def arguments(values: Mapping[str, object]) -> list[str]:
    """Values as a command line has them."""
    return [word for name, value in values.items() for word in ("--set", f"{name}={value}")]


def described(scene: str, values: Mapping[str, object]) -> Told:
    """What `describe` says of a scene with these values."""
    told: Told = report("describe", scene, *arguments(values))
    return told


def random_spine(seed: int) -> dict[str, object]:
    """Any muscles, load, discs and short-range stiffness; every second one stiffens under load."""
    random = np.random.default_rng(seed)
    return {
        **{name: random.uniform(0, 1) for name in MUSCLES},
        "hand_load": random.uniform(0, 20),
        "disc_stiffness": random.uniform(10, 150),
        "short_range_stiffness": random.uniform(2, 40),
        "preload_stiffening": seed % 2,
    }


def random_push(seed: int) -> dict[str, object]:
    """A spine nearer to the border between standing and giving way, with any push."""
    random = np.random.default_rng(100 + seed)
    return {
        **random_spine(seed),
        "erector_spinae": random.uniform(0, 1),
        "abdominals": random.uniform(0, 1),
        "multifidus": random.uniform(0, 0.3),
        "erector_lumbar": random.uniform(0, 0.3),
        "disc_stiffness": random.uniform(30, 60),
        "short_range_stiffness": random.uniform(6, 14),
        "push": random.uniform(2, 20),
        "push_level": f"L{1 + seed % 5}",
    }
