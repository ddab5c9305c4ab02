import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Keeps the times of the calls that were let through, one deque a key: at most limit times each. */
public final class RateLimiter implements Limiter {
    private final int limit;
    private final long windowMs;
    private final Clock clock;
    private final Map<String, Deque<Long>> byKey = new HashMap<>();

    public RateLimiter(int limit, long windowMs, Clock clock) {
        this.limit = limit;
        this.windowMs = windowMs;
        this.clock = clock;
    }

    @Override
    public boolean allow(String key) {
        Deque<Long> times = recent(key);
        if (times.size() >= limit) {
            return false;
        }
        times.addLast(clock.nowMs());
        byKey.put(key, times);
        return true;
    }

    @Override
    public long retryAfterMs(String key) {
        Deque<Long> times = recent(key);
        if (times.size() < limit) {
            return 0;
        }
        if (times.isEmpty()) { // a limit of zero never lets anything through
            return windowMs;
        }
        return times.peekFirst() + windowMs - clock.nowMs();
    }

    /** The calls that still count; a key with none is forgotten. */
    private Deque<Long> recent(String key) {
        Deque<Long> times = byKey.getOrDefault(key, new ArrayDeque<>());
        long oldest = clock.nowMs() - windowMs;
        while (!times.isEmpty() && times.peekFirst() <= oldest) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            byKey.remove(key);
        }
        return times;
    }
}
