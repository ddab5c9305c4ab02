import java.util.ArrayList;
import java.util.List;

/** The sliding window again, but its times live in a store that several servers write. */
public final class SharedLimiter implements Limiter {
    private final int limit;
    private final long windowMs;
    private final Clock clock;
    private final Store store;

    public SharedLimiter(int limit, long windowMs, Clock clock, Store store) {
        this.limit = limit;
        this.windowMs = windowMs;
        this.clock = clock;
        this.store = store;
    }

    @Override
    public boolean allow(String key) {
        while (true) {
            Store.Entry entry = store.read(key);
            List<Long> times = recent(entry);
            if (times.size() >= limit) {
                return false;
            }
            times.add(clock.nowMs());
            if (store.write(key, times, entry.version())) {
                return true;
            }
            // Another server wrote since we read: look again, the budget may be gone.
        }
    }

    @Override
    public long retryAfterMs(String key) {
        List<Long> times = recent(store.read(key));
        return times.size() < limit ? 0 : times.get(0) + windowMs - clock.nowMs();
    }

    private List<Long> recent(Store.Entry entry) {
        List<Long> times = new ArrayList<>(entry.times());
        times.removeIf(time -> time <= clock.nowMs() - windowMs);
        return times;
    }
}
