import java.util.LinkedHashMap;
import java.util.Map;

/** Counters for the dashboard. */
public class Stats {
    public int accepted;
    public int done;

    /** By name, in the order in which they are shown. */
    public Map<String, Integer> counters() {
        Map<String, Integer> counters = new LinkedHashMap<>();
        counters.put("accepted", accepted);
        counters.put("done", done);
        return counters;
    }
}
