public final class Transfers {
    public final Accounts accounts;
    private final Ledger ledger;

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
        ledger.append(new Row(source, -cents));
        ledger.append(new Row(target, cents));
        return new Receipt(accounts.balance(source));
    }
}
