import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class Transfers {
    public final Accounts accounts;
    private final Ledger ledger;
    private final Map<String, List<Object>> done = new HashMap<>();

    public Transfers(Ledger ledger) {
        this.ledger = ledger;
        this.accounts = new Accounts(ledger);
    }

    /** Moves money. The key is the client's name for this request. Throws Refused or StoreDown. */
    public Receipt transfer(String key, String source, String target, long cents) {
        if (cents <= 0) {
            throw new Refused("bad-amount");
        }
        if (source.equals(target)) {
            throw new Refused("same-account");
        }
        if (!accounts.exists(source) || !accounts.exists(target)) {
            throw new Refused("unknown-account");
        }
        if (accounts.balance(source) < cents) {
            throw new Refused("not-enough");
        }
        List<Object> request = List.of(source, target, cents);
        List<Object> known = done.get(key);
        if (known != null && !known.equals(request)) {
            throw new Refused("key-reused");
        }
        if (known != null) {
            return new Receipt(accounts.balance(source));
        }
        ledger.append(new Row(source, -cents));
        ledger.append(new Row(target, cents));
        done.put(key, request);
        return new Receipt(accounts.balance(source));
    }
}
