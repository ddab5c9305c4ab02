import java.util.List;

/** "next" is the cursor of the next page; "" if this is the last one. */
public record Page<T>(List<T> items, String next) { }
