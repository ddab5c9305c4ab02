"""What the candidate is told before and during the hour. Only what is true of this version may stand here."""

RECORDED = (
    "What is typed and run here, by whom and when",
    "The problems and hints you are shown, and when",
    "When you join and leave the room",
    "Not your camera, your voice or your screen",
)
ALLOWED = (
    "Any documentation, and asking your interviewer anything",
    "No AI assistants in this round",
    "Being stuck for a while is normal; say what you are thinking",
)
