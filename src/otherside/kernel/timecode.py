"""Moments by the hour's clock, as every page writes them."""


def time_code(hour_ms: int) -> str:
    """12:04 or 1:02:04 into the hour; -02:10 before it began."""
    seconds = abs(hour_ms) // 1000
    hours, minutes = divmod(seconds // 60, 60)
    text = f"{hours}:{minutes:02d}:{seconds % 60:02d}" if hours else f"{minutes:02d}:{seconds % 60:02d}"
    return f"-{text}" if hour_ms <= -1000 else text
