/** The balance is what the source held right after the transfer. */
public record Receipt(long balance) { }
