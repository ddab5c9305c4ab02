/** The job is refused; try again in `retryMs`. Nothing throws this yet. */
public class Busy extends Exception {
    public final long retryMs;

    public Busy(long retryMs) {
        super("try again in " + retryMs + " ms");
        this.retryMs = retryMs;
    }
}
