import java.util.Optional;
import java.util.function.ToLongFunction;

/** Which server has a key. A server of weight 1 has so many points; hashOf gives the place of a text. */
public final class Ring {
    private final int points;
    private final ToLongFunction<String> hashOf;

    public Ring(int points, ToLongFunction<String> hashOf) {
        this.points = points;
        this.hashOf = hashOf; // hashOf.applyAsLong("a#0")
    }

    /** Puts a server on the ring, or changes its weight. */
    public void add(String node, int weight) {
    }

    /** Takes a server from the ring. */
    public void remove(String node) {
    }

    /** The server that has this key; empty if there is no server. */
    public Optional<String> owner(String key) {
        return Optional.empty();
    }
}
