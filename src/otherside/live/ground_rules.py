"""What the candidate is told to be recorded. Only what is true of this version may stand here."""

RECORDED = (
    "What is typed and run here, by whom and when",
    "The problems and hints you are shown, and when",
    "How much you paste and from where, and when you leave this window; you see that list afterwards",
    "When you join and leave the room",
    "Not your camera, your voice or your screen",
)
