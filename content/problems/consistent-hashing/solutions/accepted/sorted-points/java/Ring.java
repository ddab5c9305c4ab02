import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Which server has a key. A server of weight 1 has so many points; hashOf gives the place of a text. */
public final class Ring {
    private final int points;
    private final ToLongFunction<String> hashOf;
    private final Map<String, Integer> weights = new HashMap<>();
    private final Map<String, String> zones = new HashMap<>();
    private final TreeMap<Long, TreeSet<String>> ring = new TreeMap<>(); // who has a point at a place, by name

    public Ring(int points, ToLongFunction<String> hashOf) {
        this.points = points;
        this.hashOf = hashOf;
    }

    /** Puts a server on the ring, or changes its weight. */
    public void add(String node, int weight) {
        remove(node);
        weights.put(node, weight);
        for (int n = 0; n < points * weight; n++) {
            ring.computeIfAbsent(hashOf.applyAsLong(node + "#" + n), place -> new TreeSet<>()).add(node);
        }
    }

    /** Takes a server from the ring. */
    public void remove(String node) {
        Integer weight = weights.remove(node);
        for (int n = 0; weight != null && n < points * weight; n++) {
            ring.computeIfPresent(hashOf.applyAsLong(node + "#" + n), (place, nodes) -> {
                nodes.remove(node);
                return nodes.isEmpty() ? null : nodes;
            });
        }
    }

    /** The server that has this key; empty if there is no server. */
    public Optional<String> owner(String key) {
        return first(key, node -> true);
    }

    /** The first server clockwise from this key that suits. */
    public Optional<String> first(String key, Predicate<String> suits) {
        Set<String> met = new HashSet<>();
        long from = hashOf.applyAsLong(key);
        for (Map<Long, TreeSet<String>> part : List.of(ring.tailMap(from, true), ring.headMap(from, false))) {
            for (TreeSet<String> nodes : part.values()) {
                for (String node : nodes) {
                    if (met.add(node) && suits.test(node)) {
                        return Optional.of(node);
                    }
                }
            }
        }
        return Optional.empty();
    }

    public int weight(String node) {
        return weights.get(node);
    }

    public int totalWeight() {
        return weights.values().stream().mapToInt(Integer::intValue).sum();
    }

    public void setZone(String node, String zone) {
        zones.put(node, zone);
    }

    /** So many different servers, of different zones as long as there are any. */
    public List<String> owners(String key, int copies) {
        Set<String> chosen = new LinkedHashSet<>();
        List<String> left = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        first(key, node -> {
            String zone = zones.containsKey(node) ? "zone " + zones.get(node) : "alone " + node;
            if (taken.add(zone)) {
                chosen.add(node);
            } else {
                left.add(node);
            }
            return false;
        });
        chosen.addAll(left);
        return chosen.stream().limit(copies).toList();
    }
}
