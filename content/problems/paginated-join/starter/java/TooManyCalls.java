/** The service refuses for now; ask again after so many milliseconds. */
public final class TooManyCalls extends RuntimeException {
    public final long retryAfterMs;

    public TooManyCalls(long retryAfterMs) {
        super("ask again in " + retryAfterMs + " ms");
        this.retryAfterMs = retryAfterMs;
    }
}
