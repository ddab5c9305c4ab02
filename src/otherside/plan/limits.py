"""Ceilings of a plan and of what is written into it."""

from otherside.kernel.limits import Limit

SEGMENTS = Limit(
    "plan.segments_max", 12, "segments", "the hour would fall to pieces; join two of them or take one out"
)
MINUTES = Limit("plan.minutes_max", 180, "minutes", "nobody listens longer; plan two rounds instead")
STEPS = Limit("plan.steps_max", 12, "steps", "keep the steps that you will really say")
TEXT = Limit("plan.text_max", 400, "characters", "shorten it to what can be read at a glance")
NOTES = Limit("plan.notes_max", 4_000, "characters", "shorten the notes, or keep the rest in the discussion")
FOCUS = Limit("plan.focus_max", 3, "focus areas", "one hour settles three questions at most; choose")
BRIEF_ITEMS = Limit("plan.brief_items_max", 40, "entries", "keep what the next interviewer can use")
