/** A team's share of the invoice, by its account. One account may have several entries. */
public record Team(Integer account, int weight) {}
