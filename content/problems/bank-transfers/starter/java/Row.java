/** One row of the ledger: so much came to this account, or left it. */
public record Row(String account, long cents) { }
