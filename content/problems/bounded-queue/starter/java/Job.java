/** What a customer wants done; `workMs` says how long it runs. */
public record Job(String customer, String name, long workMs) {}
