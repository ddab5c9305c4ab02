/** At most limit calls of one key in any window of windowMs milliseconds. */
public final class RateLimiter implements Limiter {
    private final int limit;
    private final long windowMs;
    private final Clock clock;

    public RateLimiter(int limit, long windowMs, Clock clock) {
        this.limit = limit;
        this.windowMs = windowMs;
        this.clock = clock;
    }

    @Override
    public boolean allow(String key) {
        return true;
    }

    @Override
    public long retryAfterMs(String key) {
        return 0;
    }
}
