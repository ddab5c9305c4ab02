public record Busy(String page, int requests) { }
