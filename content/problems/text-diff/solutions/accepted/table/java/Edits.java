import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

public class Edits {
    /**
     * The shortest way from `before` to `after`; between two kept lines, removed ones before added ones.
     *
     * What both have in common at the top and at the bottom is set aside first: the table in between costs the product
     * of what is left.
     */
    public static List<Edit> diff(List<String> before, List<String> after) {
        int m = before.size();
        int n = after.size();
        int top = 0;
        while (top < Math.min(m, n) && before.get(top).equals(after.get(top))) {
            top++;
        }
        int bottom = 0;
        while (bottom < Math.min(m, n) - top && before.get(m - 1 - bottom).equals(after.get(n - 1 - bottom))) {
            bottom++;
        }
        List<Edit> edits = new ArrayList<>();
        before.subList(0, top).forEach(line -> edits.add(new Edit(' ', line)));
        edits.addAll(between(before.subList(top, m - bottom), after.subList(top, n - bottom)));
        before.subList(m - bottom, m).forEach(line -> edits.add(new Edit(' ', line)));
        return edits;
    }

    private static List<Edit> between(List<String> before, List<String> after) {
        int[][] longest = common(before, after);
        List<Edit> edits = new ArrayList<>();
        List<Edit> removed = new ArrayList<>();
        List<Edit> added = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                edits.addAll(removed);
                edits.addAll(added);
                removed.clear();
                added.clear();
                edits.add(new Edit(' ', before.get(i)));
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && longest[i + 1][j] >= longest[i][j + 1])) {
                removed.add(new Edit('-', before.get(i++)));
            } else {
                added.add(new Edit('+', after.get(j++)));
            }
        }
        edits.addAll(removed);
        edits.addAll(added);
        return edits;
    }

    /** At [i][j]: how many lines of before from i on and of after from j on can be kept at most. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] table = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                table[i][j] = before.get(i).equals(after.get(j))
                        ? table[i + 1][j + 1] + 1
                        : Math.max(table[i + 1][j], table[i][j + 1]);
            }
        }
        return table;
    }

    /** The changes with up to `context` kept lines around them; those that would touch are one. */
    public static List<Hunk> hunks(List<Edit> edits, int context) {
        int[] changed = IntStream.range(0, edits.size()).filter(n -> edits.get(n).sign() != ' ').toArray();
        List<Hunk> found = new ArrayList<>();
        int begin = 0;
        for (int n = 0; n < changed.length; n++) {
            if (n + 1 < changed.length && changed[n + 1] - changed[n] - 1 <= 2 * context) {
                continue;
            }
            int from = Math.max(changed[begin] - context, 0);
            found.add(hunk(edits, from, Math.min(changed[n] + context + 1, edits.size())));
            begin = n + 1;
        }
        return found;
    }

    private static Hunk hunk(List<Edit> edits, int begin, int end) {
        List<Edit> above = edits.subList(0, begin);
        List<Edit> part = List.copyOf(edits.subList(begin, end));
        int beforeCount = without(part, '+').size();
        int afterCount = without(part, '-').size();
        int beforeStart = without(above, '+').size() + (beforeCount > 0 ? 1 : 0);
        int afterStart = without(above, '-').size() + (afterCount > 0 ? 1 : 0);
        return new Hunk(beforeStart, beforeCount, afterStart, afterCount, part);
    }

    private static List<String> without(List<Edit> edits, char sign) {
        return edits.stream().filter(edit -> edit.sign() != sign).map(Edit::line).toList();
    }

    /** The lines with all hunks applied, each as near as can be to where it is expected. */
    public static List<String> patch(List<String> lines, List<Hunk> hunks) throws Conflict {
        List<String> patched = new ArrayList<>();
        int done = 0; // lines that are dealt with
        int moved = 0; // how far away the hunk before was found
        for (int n = 0; n < hunks.size(); n++) {
            Hunk hunk = hunks.get(n);
            List<String> wanted = without(hunk.edits(), '+');
            int says = hunk.beforeStart() - (hunk.beforeCount() > 0 ? 1 : 0);
            int at = nearest(lines, wanted, says + moved, done);
            if (at < 0) {
                throw new Conflict(n + 1);
            }
            moved = at - says;
            patched.addAll(lines.subList(done, at));
            patched.addAll(without(hunk.edits(), '-'));
            done = at + wanted.size();
        }
        patched.addAll(lines.subList(done, lines.size()));
        return patched;
    }

    /** Where the wanted lines are, as near as can be to `expected` and not above `lowest`; -1 if nowhere. */
    private static int nearest(List<String> lines, List<String> wanted, int expected, int lowest) {
        int best = -1;
        for (int at = lowest; at + wanted.size() <= lines.size(); at++) {
            boolean nearer = best < 0 || Math.abs(at - expected) < Math.abs(best - expected);
            if (nearer && lines.subList(at, at + wanted.size()).equals(wanted)) {
                best = at;
            }
        }
        return best;
    }
}
