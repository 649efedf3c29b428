"""What the native and the web engine must agree on, as one line of JSON."""

import json

from sim.blocks.model import BlockStack

taped = BlockStack({"tape": "all"})
taped.push()
for _ in range(1200):
    taped.step()

bare = BlockStack({})
bare.push()
while bare.fell_at is None and bare.world.time < 2:
    bare.step()

print(json.dumps({"taped": taped.world.state.tolist(), "fell_at": bare.fell_at}))
