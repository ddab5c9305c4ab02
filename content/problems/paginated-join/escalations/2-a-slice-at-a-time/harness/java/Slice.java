import java.util.List;

/** With "resume", the next slice goes on. */
public record Slice(List<Row> rows, String resume, boolean finished) { }
