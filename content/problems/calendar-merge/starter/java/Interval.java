/** In minutes. */
public record Interval(int start, int end) { }
