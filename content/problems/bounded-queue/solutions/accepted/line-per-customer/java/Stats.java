import java.util.LinkedHashMap;
import java.util.Map;

/** Counters for the dashboard. */
public class Stats {
    public int accepted;
    public int done;
    public int refused; // no place was free
    public int expired; // waited too long, and was never started

    /** By name, in the order in which they are shown. */
    public Map<String, Integer> counters() {
        Map<String, Integer> counters = new LinkedHashMap<>();
        counters.put("accepted", accepted);
        counters.put("done", done);
        counters.put("refused", refused);
        counters.put("expired", expired);
        return counters;
    }
}
