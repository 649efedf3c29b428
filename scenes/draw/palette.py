"""Every colour of the program, in three profiles.

A colour is named after what it means, never after what it looks like. Amber is
for what gives way, teal for deep muscles and tape, brick for long muscles and
the press; nothing else wears these three. `stroke` and `type` are the profile's
factors on line widths and font sizes.
"""

from dataclasses import dataclass

from sim import catalogue

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Palette:
    """One profile: a name, its factors, and its colours."""

    name: str
    stroke: float
    type: float
    ground: Colour  # window
    play: Colour  # play area
    panel: Colour  # panel, plain buttons
    line: Colour  # card border, divider
    edge: Colour  # control border
    ink: Colour  # text
    muted: Colour  # second line, ticks
    field: Colour  # quiet fill, hover
    track: Colour  # slider track, pressed
    knob: Colour  # knob centre
    knob_on: Colour  # switch knob when on (contrast only; else knob)
    ui: Colour  # chosen tab, primary
    ui_ink: Colour  # text on ui
    ui_hover: Colour
    ui_press: Colour
    on: Colour  # toggle that is on
    teal: Colour  # deep muscles, tape
    teal_tint: Colour  # stays up / neutral zone
    brick: Colour  # long muscles, press
    brick_tint: Colour
    amber: Colour  # what gives way (fill)
    amber_tint: Colour  # hatch ground
    amber_line: Colour  # limit line
    amber_ink: Colour  # amber as text
    hatch: Colour  # hatch line
    force: Colour  # arrows
    halo: Colour  # arrow / label halo
    focus: Colour  # focus ring
    focus_gap: Colour  # 2 px gap inside ring
    wood: Colour  # block
    wood2: Colour  # block shade
    wood_l: Colour  # block outline
    grain: Colour  # grain
    skin: Colour
    skin2: Colour  # skin shade
    skin_l: Colour  # skin outline
    nail: Colour
    cuff: Colour  # sleeve of the pressing hands
    cuff2: Colour  # its cuff
    cuff_b: Colour  # sleeve of the finger
    cuff_b2: Colour  # its cuff
    bone: Colour
    bone_hi: Colour  # its lit middle
    bone2: Colour  # processes behind
    bone_l: Colour  # bone outline
    bone_t: Colour  # L1 to L5 on bone
    far: Colour  # bones far from the middle of attention: pelvis, ribs
    far_hi: Colour  # their lit middle, breastbone
    far_l: Colour  # their outline
    far_disc: Colour  # discs between them
    disc: Colour
    disc_hi: Colour  # its nucleus
    disc_l: Colour  # disc outline
    canal: Colour  # spinal canal, seen between the vertebrae
    body: Colour  # trunk
    body_l: Colour  # skin line
    teal_mid: Colour  # deep muscle fill
    brick_mid: Colour  # long muscle fill
    amber_dark: Colour  # hatch and rim on amber
    grid: Colour  # plot grid
    ghost: Colour  # previous try
    disabled: Colour  # disabled (exempt)
    scrim: Colour  # 50 % over the scene behind a dialog


DEFAULT = Palette(
    name="default",
    stroke=1.0,
    type=1.0,
    ground=(243, 238, 228),
    play=(251, 248, 241),
    panel=(255, 255, 255),
    line=(222, 213, 196),
    edge=(139, 131, 118),
    ink=(37, 34, 29),
    muted=(93, 87, 76),
    field=(239, 233, 221),
    track=(213, 205, 190),
    knob=(255, 255, 255),
    knob_on=(255, 255, 255),
    ui=(44, 66, 80),
    ui_ink=(255, 255, 255),
    ui_hover=(59, 86, 104),
    ui_press=(28, 45, 56),
    on=(213, 224, 230),
    teal=(11, 114, 104),
    teal_tint=(211, 234, 228),
    brick=(165, 70, 44),
    brick_tint=(245, 223, 213),
    amber=(229, 158, 11),
    amber_tint=(252, 239, 208),
    amber_line=(168, 110, 0),
    amber_ink=(122, 78, 0),
    hatch=(237, 189, 92),
    force=(27, 25, 22),
    halo=(251, 248, 241),
    focus=(11, 95, 208),
    focus_gap=(255, 255, 255),
    wood=(239, 214, 168),
    wood2=(226, 191, 133),
    wood_l=(138, 96, 48),
    grain=(211, 171, 108),
    skin=(223, 169, 136),
    skin2=(203, 142, 108),
    skin_l=(116, 69, 47),
    nail=(243, 211, 192),
    cuff=(180, 85, 58),
    cuff2=(148, 64, 42),
    cuff_b=(94, 113, 128),
    cuff_b2=(74, 91, 104),
    bone=(244, 234, 214),
    bone_hi=(252, 246, 232),
    bone2=(230, 216, 189),
    bone_l=(134, 116, 90),
    bone_t=(95, 82, 56),
    far=(235, 224, 203),
    far_hi=(247, 241, 230),
    far_l=(196, 178, 146),
    far_disc=(203, 214, 220),
    disc=(157, 179, 194),
    disc_hi=(201, 216, 225),
    disc_l=(73, 100, 118),
    canal=(196, 170, 142),
    body=(239, 231, 217),
    body_l=(207, 195, 175),
    teal_mid=(159, 211, 200),
    brick_mid=(217, 142, 117),
    amber_dark=(92, 58, 0),
    grid=(232, 225, 212),
    ghost=(122, 116, 104),
    disabled=(163, 155, 141),
    scrim=(37, 34, 29),
)


PROJECTOR = Palette(
    name="projector",
    stroke=1.5,
    type=1.25,
    ground=(255, 255, 255),
    play=(255, 255, 255),
    panel=(255, 255, 255),
    line=(138, 138, 138),
    edge=(58, 58, 58),
    ink=(0, 0, 0),
    muted=(51, 51, 51),
    field=(240, 240, 240),
    track=(185, 185, 185),
    knob=(255, 255, 255),
    knob_on=(255, 255, 255),
    ui=(18, 48, 63),
    ui_ink=(255, 255, 255),
    ui_hover=(31, 74, 96),
    ui_press=(0, 0, 0),
    on=(207, 224, 232),
    teal=(0, 102, 91),
    teal_tint=(196, 234, 226),
    brick=(147, 51, 15),
    brick_tint=(248, 214, 198),
    amber=(242, 161, 0),
    amber_tint=(255, 235, 184),
    amber_line=(154, 96, 0),
    amber_ink=(107, 66, 0),
    hatch=(224, 160, 32),
    force=(0, 0, 0),
    halo=(255, 255, 255),
    focus=(0, 71, 194),
    focus_gap=(255, 255, 255),
    wood=(240, 208, 147),
    wood2=(221, 176, 103),
    wood_l=(92, 58, 16),
    grain=(185, 135, 64),
    skin=(217, 154, 115),
    skin2=(191, 124, 85),
    skin_l=(79, 40, 20),
    nail=(245, 210, 189),
    cuff=(168, 64, 27),
    cuff2=(125, 44, 15),
    cuff_b=(70, 96, 111),
    cuff_b2=(51, 73, 85),
    bone=(243, 228, 196),
    bone_hi=(253, 246, 228),
    bone2=(224, 205, 162),
    bone_l=(84, 69, 44),
    bone_t=(58, 46, 24),
    far=(234, 223, 200),
    far_hi=(248, 244, 234),
    far_l=(143, 128, 100),
    far_disc=(190, 205, 214),
    disc=(134, 165, 186),
    disc_hi=(180, 203, 218),
    disc_l=(51, 80, 95),
    canal=(168, 139, 105),
    body=(241, 237, 230),
    body_l=(168, 160, 144),
    teal_mid=(124, 207, 191),
    brick_mid=(217, 124, 87),
    amber_dark=(67, 40, 0),
    grid=(216, 216, 216),
    ghost=(85, 85, 85),
    disabled=(140, 140, 140),
    scrim=(0, 0, 0),
)


CONTRAST = Palette(
    name="contrast",
    stroke=1.2,
    type=1.0,
    ground=(14, 17, 19),
    play=(21, 25, 28),
    panel=(29, 34, 38),
    line=(74, 83, 90),
    edge=(152, 163, 171),
    ink=(251, 247, 238),
    muted=(207, 202, 191),
    field=(42, 49, 54),
    track=(74, 84, 91),
    knob=(251, 247, 238),
    knob_on=(21, 25, 28),
    ui=(255, 226, 122),
    ui_ink=(21, 25, 28),
    ui_hover=(255, 237, 168),
    ui_press=(217, 187, 76),
    on=(71, 64, 37),
    teal=(85, 220, 200),
    teal_tint=(18, 63, 58),
    brick=(255, 162, 132),
    brick_tint=(74, 37, 24),
    amber=(255, 194, 74),
    amber_tint=(63, 47, 14),
    amber_line=(201, 143, 30),
    amber_ink=(255, 210, 122),
    hatch=(128, 96, 31),
    force=(255, 255, 255),
    halo=(21, 25, 28),
    focus=(140, 196, 255),
    focus_gap=(14, 17, 19),
    wood=(232, 201, 143),
    wood2=(207, 167, 101),
    wood_l=(43, 28, 8),
    grain=(181, 138, 72),
    skin=(215, 156, 120),
    skin2=(187, 124, 88),
    skin_l=(44, 22, 11),
    nail=(242, 208, 187),
    cuff=(224, 128, 94),
    cuff2=(183, 95, 64),
    cuff_b=(141, 163, 178),
    cuff_b2=(111, 133, 149),
    bone=(239, 226, 198),
    bone_hi=(250, 243, 224),
    bone2=(211, 195, 160),
    bone_l=(43, 36, 22),
    bone_t=(43, 36, 22),
    far=(58, 63, 63),
    far_hi=(69, 74, 72),
    far_l=(110, 116, 114),
    far_disc=(78, 92, 101),
    disc=(143, 176, 198),
    disc_hi=(185, 208, 223),
    disc_l=(34, 51, 63),
    canal=(107, 90, 72),
    body=(32, 38, 42),
    body_l=(86, 97, 106),
    teal_mid=(42, 133, 119),
    brick_mid=(196, 105, 75),
    amber_dark=(58, 40, 6),
    grid=(44, 51, 56),
    ghost=(168, 164, 152),
    disabled=(123, 132, 139),
    scrim=(0, 0, 0),
)

PROFILES = dict(zip(catalogue.PROFILES, (DEFAULT, PROJECTOR, CONTRAST), strict=True))
