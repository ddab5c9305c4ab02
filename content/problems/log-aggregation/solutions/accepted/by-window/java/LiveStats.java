import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reports each window when a time was seen that is lateMs after its end. */
public final class LiveStats {
    private final long windowMs;
    private final long lateMs;
    private final int n;
    private final TreeMap<Long, Window> windows = new TreeMap<>();
    private long openFrom = 0; // the first window that is not over
    private int tooLate = 0;

    public LiveStats(long windowMs, long lateMs, int n) {
        this.windowMs = windowMs;
        this.lateMs = lateMs;
        this.n = n;
    }

    public List<Report> add(String line) {
        Optional<Entry> entry = Entry.read(line);
        if (entry.isEmpty()) {
            return List.of();
        }
        long atMs = entry.get().atMs();
        if (atMs / windowMs < openFrom) {
            tooLate++;
            return List.of();
        }
        windows.computeIfAbsent(atMs / windowMs, number -> new Window()).add(entry.get());
        openFrom = Math.max(openFrom, Math.floorDiv(atMs - lateMs, windowMs));
        List<Report> over = new ArrayList<>();
        while (!windows.isEmpty() && windows.firstKey() < openFrom) {
            long number = windows.firstKey();
            over.add(new Report(number * windowMs, windows.remove(number).top(n)));
        }
        return over;
    }

    public int late() {
        return tooLate;
    }
}
