import java.util.LinkedHashMap;
import java.util.Map;

/** Counters for the dashboard. */
public final class Stats {
    public int hits = 0;
    public int misses = 0;
    public int evicted = 0; // dropped to make room

    /** What the dashboard shows, in order. */
    public Map<String, Integer> counters() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("hits", hits);
        all.put("misses", misses);
        all.put("evicted", evicted);
        return all;
    }
}
