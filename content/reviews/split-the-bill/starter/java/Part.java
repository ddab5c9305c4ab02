/** What an account pays, in cents. */
public record Part(Integer account, long cents) {}
