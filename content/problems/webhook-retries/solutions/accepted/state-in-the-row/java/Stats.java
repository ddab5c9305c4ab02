import java.util.LinkedHashMap;
import java.util.Map;

/** Counters for the dashboard. */
public class Stats {
    public int sent;
    public int failed;
    public int dead; // events that were given up

    /** By name, in the order in which they are shown. */
    public Map<String, Integer> counters() {
        Map<String, Integer> counters = new LinkedHashMap<>();
        counters.put("sent", sent);
        counters.put("failed", failed);
        counters.put("dead", dead);
        return counters;
    }
}
