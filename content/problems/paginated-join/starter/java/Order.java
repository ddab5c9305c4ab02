/** "customer" is the customer's id. */
public record Order(String id, String customer, int cents) { }
