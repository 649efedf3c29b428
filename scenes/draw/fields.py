"""Maps of a quantity over two others: a grid at every pixel."""

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float64]


def stretched(grid: Field, size: tuple[int, int], *, to_the_edges: bool = False) -> Field:
    """A grid at every pixel of a picture of this size; its first row is the lowest.

    Its values are those in the middle of its cells, or go `to_the_edges` of the picture.
    """
    field = grid
    for axis, pixels in enumerate(size[::-1]):
        cells, middles = grid.shape[axis], np.arange(pixels) + 0.5
        share = (cells - 1) / pixels if to_the_edges else cells / pixels
        shift = 0.0 if to_the_edges else 0.5
        places = np.clip(middles * share - shift, 0, cells - 1)
        low = np.minimum(places.astype(int), cells - 2)
        along = (places - low).reshape((-1, 1) if axis == 0 else (1, -1))
        below, above = np.take(field, low, axis), np.take(field, low + 1, axis)
        field = below + (above - below) * along
    return field[::-1]
