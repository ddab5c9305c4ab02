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
        } else if (command.equals("patch")) {
            try {
                String text = String.join(" ", Edits.patch(words.subList(1, words.size()), found));
                System.out.println("=> " + (text.isEmpty() ? "nothing" : text));
            } catch (Conflict conflict) {
                System.out.println("=> conflict in hunk " + conflict.hunk);
            }
        } else {
            throw new IllegalArgumentException("unknown command: " + command);
        }
    }
}
