/** An event that waits to be sent. */
public record Row(Event event) {}
