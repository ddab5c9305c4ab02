import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What lies where, with no server holding more than so many percent of its share. */
public final class Placement {
    private final Ring ring;
    private final int percent;
    private final Map<String, String> nodes = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public Placement(Ring ring, int percent) {
        this.ring = ring;
        this.percent = percent;
    }

    /** The first server clockwise from this key that has room; where it lies already, if it does. */
    public Optional<String> place(String key) {
        if (nodes.containsKey(key)) {
            return Optional.of(nodes.get(key));
        }
        Optional<String> chosen = ring.first(key, node -> counts.getOrDefault(node, 0) < room(node));
        chosen.ifPresent(node -> {
            nodes.put(key, node);
            counts.merge(node, 1, Integer::sum);
        });
        return chosen;
    }

    private long room(String node) {
        long share = (long) (nodes.size() + 1) * ring.weight(node) * percent;
        long whole = 100L * ring.totalWeight();
        return (share + whole - 1) / whole;
    }

    public void drop(String key) {
        String node = nodes.remove(key);
        if (node != null) {
            counts.merge(node, -1, Integer::sum);
        }
    }
}
