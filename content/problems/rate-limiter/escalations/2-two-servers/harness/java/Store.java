import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small store that several servers share. A write is refused when somebody else wrote since the read. */
public final class Store {
    public record Entry(List<Long> times, long version) { }

    private final Map<String, Entry> entries = new HashMap<>();
    Runnable meanwhile = null; // what another server does just before the next write

    /** An empty list and version 0 where nothing was written yet. */
    public Entry read(String key) {
        return entries.getOrDefault(key, new Entry(List.of(), 0));
    }

    /** Keeps the times if version is still the one that is stored. Says whether it did. */
    public boolean write(String key, List<Long> times, long version) {
        if (meanwhile != null) {
            Runnable other = meanwhile;
            meanwhile = null;
            other.run();
        }
        if (read(key).version() != version) {
            return false;
        }
        entries.put(key, new Entry(List.copyOf(times), version + 1));
        return true;
    }
}
