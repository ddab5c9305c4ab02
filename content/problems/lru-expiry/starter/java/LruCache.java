import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the entries that were used last, at most so many as its capacity. */
public final class LruCache {
    private final int capacity;
    private final Stats stats;
    /** In order of access: the least recently used one first. */
    private final Map<String, String> entries = new LinkedHashMap<>(16, 0.75f, true);

    public LruCache(int capacity, Stats stats) {
        this.capacity = capacity;
        this.stats = stats;
    }

    public Optional<String> get(String key) {
        String value = entries.get(key);
        if (value == null) {
            stats.misses++;
            return Optional.empty();
        }
        stats.hits++;
        return Optional.of(value);
    }

    public void put(String key, String value) {
        if (!entries.containsKey(key) && entries.size() >= capacity) {
            String oldest = entries.keySet().iterator().next();
            entries.remove(oldest);
            stats.evicted++;
        }
        entries.put(key, value);
    }

    public int size() {
        return entries.size();
    }
}
