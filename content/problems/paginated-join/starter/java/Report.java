import java.util.List;

public record Report(List<Row> rows, boolean complete) { }
