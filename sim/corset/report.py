"""The corset in SI, enough to rebuild it elsewhere, and what it does for the disc in tables."""

from sim.corset.lifting import lifting_table, PUBLISHED_RELIEF, relief, trunk
from sim.corset.ring import DRAG, FIBRE_DAMPING, Ring
from sim.corset.section import BELT_LINKS, MIDLINE, tendon
from sim.mechanics.membrane import HEIGHT, SHORTENING
from sim.model.simulation import Report
from sim.spine.loads import DISC_AREA, NUCLEUS, TRUNK_AREA

BAGS = ("abdomen", "left back muscles", "right back muscles")


def section_report(ring: Ring) -> Report:
    """Nodes, links and bags of a section as they are now, and the static balance."""
    membrane, plan = ring.membrane, ring.membrane.plan
    nodes = [
        {"place": place, "fixed": i >= plan.free} for i, place in enumerate(ring.places.tolist())
    ]
    links = [
        {
            "nodes": list(ends),
            "kind": _kind(i),
            "rest_length": float(plan.lengths[i]),
            "passive": float(membrane.passive[i]),
            "active": float(membrane.active[i]),
            "length": float(membrane.lengths[i]),
            "tension": float(membrane.tensions[i]),
        }
        for i, ends in enumerate(plan.links)
    ]
    bags = [
        {
            "name": name,
            "nodes": list(bag.nodes),
            "stiffness": bag.stiffness,
            "free_area": float(membrane.free_areas[i]),
            "area": float(membrane.areas[i]),
            "pressure": float(membrane.pressures[i]),
        }
        for i, (name, bag) in enumerate(zip(BAGS, plan.bags, strict=True))
    ]
    return {
        "height": HEIGHT,
        "node_mass": plan.mass,
        "drag": DRAG,
        "link_damping": FIBRE_DAMPING,
        "short_range_stiffness": SHORTENING,
        "nodes": nodes,
        "links": links,
        "bags": bags,
        "balance": {
            **vars(trunk()),
            "trunk_area": TRUNK_AREA,
            "disc_area": DISC_AREA,
            "nucleus": NUCLEUS,
        },
        "lifting": lifting_table(),
        "relief_5_to_10_kPa": relief(),
        "published_relief": list(PUBLISHED_RELIEF),
    }


def _kind(link: int) -> str:
    if link >= BELT_LINKS:
        return "fascia"
    if MIDLINE.start <= link < MIDLINE.stop:
        return "linea alba"
    return "aponeurosis" if tendon()[link] else "transversus"
