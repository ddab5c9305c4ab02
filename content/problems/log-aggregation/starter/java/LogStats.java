import java.util.List;
import java.util.OptionalLong;

/** What happened in each window of so many milliseconds. */
public final class LogStats {
    private final long windowMs;

    public LogStats(long windowMs) {
        this.windowMs = windowMs;
    }

    /** Takes a line of the log, such as "61200 /cart 35". */
    public void add(String line) {
    }

    /** The n busiest pages of the window to which atMs belongs. */
    public List<Busy> top(long atMs, int n) {
        return List.of();
    }

    /** The time within which at least p percent of the answers came; empty if nothing was measured. */
    public OptionalLong percentile(long atMs, String page, int p) {
        return OptionalLong.empty();
    }

    /** How many lines could not be read. */
    public int skipped() {
        return 0;
    }
}
