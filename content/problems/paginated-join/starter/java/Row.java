public record Row(String order, String name, int cents) { }
