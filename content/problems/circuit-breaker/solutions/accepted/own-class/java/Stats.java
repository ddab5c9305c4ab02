import java.util.LinkedHashMap;
import java.util.Map;

/** Counters for the dashboard. */
public class Stats {
    public int asked;
    public int failed;
    public int refused; // not asked, because the carrier is known to be down
    public int slow; // answered, but late

    /** By name, in the order in which they are shown. */
    public Map<String, Integer> counters() {
        Map<String, Integer> counters = new LinkedHashMap<>();
        counters.put("asked", asked);
        counters.put("failed", failed);
        counters.put("refused", refused);
        counters.put("slow", slow);
        return counters;
    }
}
