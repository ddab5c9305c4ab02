public record Customer(String id, String name) { }
