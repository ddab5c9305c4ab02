/** What the API asks before it lets a call through. */
public interface Limiter {
    /** Whether a call of this key may go through now. If so, it counts. */
    boolean allow(String key);

    /** Milliseconds until allow would say yes; 0 means now. */
    long retryAfterMs(String key);
}
