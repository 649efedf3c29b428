"""Words that frighten."""

AVOID = {
    "nl": "instabiel versleten slijtage kwetsbaar zwakke scheef bescherm",
    "en": "unstable worn degenerat vulnerable weak protect crooked",
}
