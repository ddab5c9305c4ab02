/** An event that waits to be sent, how often it was tried, and when the next try is due. */
public record Row(Event event, int tries, long dueMs) {}
