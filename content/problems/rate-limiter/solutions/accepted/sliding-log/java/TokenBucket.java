import java.util.HashMap;
import java.util.Map;

/** Up to capacity calls at once; perSecond of them come back every second. Counts in thousandths. */
public final class TokenBucket implements Limiter {
    private record Bucket(long level, long atMs) { }

    private final long full;
    private final long perSecond;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();

    public TokenBucket(int capacity, int perSecond, Clock clock) {
        this.full = capacity * 1000L;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    @Override
    public boolean allow(String key) {
        long level = level(key);
        if (level < 1000) {
            return false;
        }
        buckets.put(key, new Bucket(level - 1000, clock.nowMs()));
        return true;
    }

    @Override
    public long retryAfterMs(String key) {
        long missing = 1000 - level(key);
        return Math.max(0, (missing + perSecond - 1) / perSecond);
    }

    private long level(String key) {
        Bucket bucket = buckets.getOrDefault(key, new Bucket(full, clock.nowMs()));
        return Math.min(full, bucket.level() + (clock.nowMs() - bucket.atMs()) * perSecond);
    }
}
