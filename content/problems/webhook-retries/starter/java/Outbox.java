import java.util.ArrayList;
import java.util.List;

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
}
