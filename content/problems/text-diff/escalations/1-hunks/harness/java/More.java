import java.util.List;

public class More {
    public static void more(String command, List<String> words, List<String> before, List<String> after) {
        List<Hunk> found = Edits.hunks(Edits.diff(before, after), Integer.parseInt(words.get(0)));
        if (command.equals("hunks")) {
            for (Hunk h : found) {
                System.out.printf("=> %d,%d %d,%d: %s%n", h.beforeStart(), h.beforeCount(), h.afterStart(),
                        h.afterCount(), Main.shown(h.edits()));
            }
            if (found.isEmpty()) {
                System.out.println("=> no hunks");
            }
        } else {
            throw new IllegalArgumentException("unknown command: " + command);
        }
    }
}
