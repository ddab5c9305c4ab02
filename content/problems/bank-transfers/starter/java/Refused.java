/** The transfer is not made, for a reason that the client can read. */
public final class Refused extends RuntimeException {
    public final String reason;

    public Refused(String reason) {
        super(reason);
        this.reason = reason;
    }
}
