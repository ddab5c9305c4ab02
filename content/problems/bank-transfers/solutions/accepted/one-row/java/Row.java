/**
 * One row of the ledger: a whole request and its answer, so that half of one is never written.
 *
 * <p>An opened account is a row without source and key. "refunds" names the transfer that a refund pays back. A
 * request that was refused moves nothing and is kept for its answer. "left" is what the source held right after.
 */
public record Row(
        String key, String source, String target, long cents, String refunds, String refused, long left) {

    static Row opened(String account, long cents) {
        return new Row("", "", account, cents, "", "", 0);
    }

    static Row request(String key, String source, String target, long cents, String refunds) {
        return new Row(key, source, target, cents, refunds, "", 0);
    }

    Row answered(String reason, long balance) {
        return new Row(key, source, target, cents, refunds, reason, balance);
    }

    boolean isRefused() {
        return !refused.isEmpty();
    }

    /** What this row brought to the account; negative for what left it. */
    long moved(String account) {
        if (isRefused()) {
            return 0;
        }
        return (account.equals(target) ? cents : 0) - (account.equals(source) ? cents : 0);
    }

    boolean sameRequest(Row other) {
        return answered("", 0).equals(other.answered("", 0));
    }
}
