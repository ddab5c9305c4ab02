import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What happened in each window of so many milliseconds. */
public final class LogStats {
    private final long windowMs;
    private final Map<Long, Window> windows = new HashMap<>();
    private int unread = 0;

    public LogStats(long windowMs) {
        this.windowMs = windowMs;
    }

    /** Takes a line of the log, such as "61200 /cart 35". */
    public void add(String line) {
        Optional<Entry> entry = Entry.read(line);
        if (entry.isEmpty()) {
            unread++;
        } else {
            windows.computeIfAbsent(entry.get().atMs() / windowMs, number -> new Window()).add(entry.get());
        }
    }

    /** The n busiest pages of the window to which atMs belongs. */
    public List<Busy> top(long atMs, int n) {
        return windows.getOrDefault(atMs / windowMs, new Window()).top(n);
    }

    /** The time within which at least p percent of the answers came; empty if nothing was measured. */
    public OptionalLong percentile(long atMs, String page, int p) {
        List<Long> sorted = windows.getOrDefault(atMs / windowMs, new Window()).sorted(page);
        if (sorted.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(sorted.get((sorted.size() * p + 99) / 100 - 1));
    }

    /** How many lines could not be read. */
    public int skipped() {
        return unread;
    }
}
