import java.util.List;

/** The busiest pages of the window that began at "start". */
public record Report(long start, List<Busy> pages) { }
