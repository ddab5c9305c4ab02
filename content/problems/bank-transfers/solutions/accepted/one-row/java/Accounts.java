/** What each account holds, as the ledger has it. */
public final class Accounts {
    private final Ledger ledger;

    public Accounts(Ledger ledger) {
        this.ledger = ledger;
    }

    public void open(String account, long cents) {
        ledger.append(Row.opened(account, cents));
    }

    public boolean exists(String account) {
        return ledger.rows.stream().anyMatch(row -> row.key().isEmpty() && row.target().equals(account));
    }

    public long balance(String account) {
        return ledger.rows.stream().mapToLong(row -> row.moved(account)).sum();
    }

    public long total() {
        return ledger.rows.stream().filter(row -> row.key().isEmpty()).map(Row::target).distinct()
            .mapToLong(this::balance).sum();
    }
}
