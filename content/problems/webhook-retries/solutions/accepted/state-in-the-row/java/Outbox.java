import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stands for a table of the database: rows in the order of publishing. */
public class Outbox {
    public final List<Row> rows = new ArrayList<>();

    public void add(Row row) {
        rows.add(row);
    }

    public void remove(Row row) {
        rows.remove(row);
    }

    /** Puts `next` where `old` was. */
    public void replace(Row old, Row next) {
        rows.set(rows.indexOf(old), next);
    }

    /** The oldest row of each subscriber, in the order of publishing. */
    public List<Row> heads() {
        Map<String, Row> heads = new LinkedHashMap<>();
        rows.forEach(row -> heads.putIfAbsent(row.event().subscriber(), row));
        return List.copyOf(heads.values());
    }
}
