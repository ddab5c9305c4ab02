/** A carrier and its price. */
public record Offer(String carrier, long cents) {}
