import java.util.HashMap;
import java.util.Map;

/** Each request is one row with its answer. Its key is looked up first, also after a restart. */
public final class Transfers {
    public final Accounts accounts;
    private final Ledger ledger;
    private final Map<String, Row> answered = new HashMap<>();

    public Transfers(Ledger ledger) {
        this.ledger = ledger;
        this.accounts = new Accounts(ledger);
        ledger.rows.stream().filter(row -> !row.key().isEmpty()).forEach(row -> answered.put(row.key(), row));
    }

    /** Moves money once per key. Throws Refused or StoreDown. */
    public Receipt transfer(String key, String source, String target, long cents) {
        return once(Row.request(key, source, target, cents, ""));
    }

    /** Pays back some of an earlier transfer, once per key. Throws Refused or StoreDown. */
    public Receipt refund(String key, String transfer, long cents) {
        Row paid = answered.get(transfer);
        return once(paid == null ? Row.request(key, "", "", cents, transfer)
            : Row.request(key, paid.target(), paid.source(), cents, transfer));
    }

    private Receipt once(Row request) {
        Row known = answered.get(request.key());
        if (known == null) {
            String reason = whyNot(request);
            long left = accounts.balance(request.source()) - (reason.isEmpty() ? request.cents() : 0);
            known = request.answered(reason, left);
            ledger.append(known);
            answered.put(request.key(), known);
        } else if (!known.sameRequest(request)) {
            throw new Refused("key-reused");
        }
        if (known.isRefused()) {
            throw new Refused(known.refused());
        }
        return new Receipt(known.left());
    }

    /** The reason to refuse, or nothing. */
    private String whyNot(Row request) {
        boolean refund = !request.refunds().isEmpty();
        if (request.cents() <= 0) {
            return "bad-amount";
        }
        if (refund && !mayRefund(request.refunds())) {
            return "unknown-transfer";
        }
        if (request.source().equals(request.target())) {
            return "same-account";
        }
        if (!accounts.exists(request.source()) || !accounts.exists(request.target())) {
            return "unknown-account";
        }
        if (refund && request.cents() > refundable(request.refunds())) {
            return "too-much";
        }
        return accounts.balance(request.source()) < request.cents() ? "not-enough" : "";
    }

    private boolean mayRefund(String transfer) {
        Row paid = answered.get(transfer);
        return paid != null && !paid.isRefused() && paid.refunds().isEmpty();
    }

    private long refundable(String transfer) {
        long back = ledger.rows.stream().filter(row -> row.refunds().equals(transfer) && !row.isRefused())
            .mapToLong(Row::cents).sum();
        return answered.get(transfer).cents() - back;
    }
}
