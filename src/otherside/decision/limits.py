"""Ceilings of what people write around a decision."""

from otherside.kernel.limits import Limit

TEXT = Limit("decision.text_max", 4_000, "characters", "say it shorter, or split it into two comments")
TRAITS = Limit("decision.traits_max", 5, "traits", "name those that you would bet on")
TRAIT = Limit("decision.trait_max", 60, "characters", "a trait is a few words")
COMMENTS = Limit(
    "decision.comments_max", 500, "comments", "this discussion is over; decide, or talk to each other"
)
DECISIONS = Limit("decision.decisions_max", 50, "decisions", "leave the last one as it stands")
