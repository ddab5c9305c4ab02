import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the entries that were used last; those past their time go before all others. */
public final class LruCache<V> {
    public record Entry<V>(V value, long expiresMs) { }

    private static final long NEVER = Long.MAX_VALUE;

    private final int capacity;
    private final Clock clock;
    private final Stats stats;
    /** In order of access: the least recently used one first. */
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    /** Nothing expires before; may be too early, never too late. */
    private long earliestMs = NEVER;

    public LruCache(int capacity, Clock clock, Stats stats) {
        this.capacity = capacity;
        this.clock = clock;
        this.stats = stats;
    }

    /** The value, unless it is past its time. */
    public Optional<V> get(String key) {
        Entry<V> entry = entries.get(key);
        if (entry == null || expired(entry)) {
            stats.misses++;
            return Optional.empty();
        }
        stats.hits++;
        return Optional.of(entry.value());
    }

    /** The value even past its time, but not by graceMs or more. */
    public Optional<V> getStale(String key, long graceMs) {
        Entry<V> entry = entries.get(key);
        if (entry == null || entry.expiresMs() <= clock.nowMs() - graceMs) {
            return Optional.empty();
        }
        return Optional.of(entry.value());
    }

    /** Keeps the value for ttlMs; 0 means for ever. */
    public void put(String key, V value, long ttlMs) {
        if (!entries.containsKey(key) && entries.size() >= capacity) {
            makeRoom();
        }
        long expiresMs = ttlMs == 0 ? NEVER : clock.nowMs() + ttlMs;
        entries.put(key, new Entry<>(value, expiresMs));
        earliestMs = Math.min(earliestMs, expiresMs);
    }

    public int size() {
        return (int) entries.values().stream().filter(entry -> !expired(entry)).count();
    }

    private boolean expired(Entry<V> entry) {
        return entry.expiresMs() <= clock.nowMs();
    }

    /** Looks through all entries only when one of them may have expired since the last look. */
    private void makeRoom() {
        if (earliestMs <= clock.nowMs()) {
            Map.Entry<String, Entry<V>> first = null;
            for (Map.Entry<String, Entry<V>> entry : entries.entrySet()) {
                if (first == null || entry.getValue().expiresMs() < first.getValue().expiresMs()) {
                    first = entry;
                }
            }
            if (first != null && expired(first.getValue())) {
                entries.remove(first.getKey());
                return;
            }
            earliestMs = first == null ? NEVER : first.getValue().expiresMs();
        }
        entries.remove(entries.keySet().iterator().next());
        stats.evicted++;
    }
}
