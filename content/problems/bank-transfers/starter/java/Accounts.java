/** What each account holds, as the ledger has it. */
public final class Accounts {
    private final Ledger ledger;

    public Accounts(Ledger ledger) {
        this.ledger = ledger;
    }

    public void open(String account, long cents) {
        ledger.append(new Row(account, cents));
    }

    public boolean exists(String account) {
        return ledger.rows.stream().anyMatch(row -> row.account().equals(account));
    }

    public long balance(String account) {
        return ledger.rows.stream().filter(row -> row.account().equals(account)).mapToLong(Row::cents).sum();
    }

    public long total() {
        return ledger.rows.stream().mapToLong(Row::cents).sum();
    }
}
