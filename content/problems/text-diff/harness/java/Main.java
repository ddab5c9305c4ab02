import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls your function, and prints each answer on a line that begins with '=> '. */
public class Main {
    public static void main(String[] args) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String[] all = in.nextLine().trim().split("\\s+");
            List<String> words = Arrays.asList(all).subList(1, all.length);
            switch (all[0]) {
                case "" -> {}
                case "before" -> before = words;
                case "after" -> after = words;
                case "many" -> {
                    int every = Integer.parseInt(words.get(1));
                    before = new ArrayList<>();
                    after = new ArrayList<>();
                    for (int n = 1; n <= Integer.parseInt(words.get(0)); n++) {
                        before.add("" + n);
                        after.add(n % every == 0 ? "new" + n : "" + n);
                    }
                }
                case "show" -> System.out.println("=> " + shown(Edits.diff(before, after)));
                case "diff" -> System.out.println("=> " + checked(Edits.diff(before, after), before, after));
                default -> More.more(all[0], words, before, after);
            }
        }
    }

    static String shown(List<Edit> edits) {
        String text = edits.stream().map(e -> (e.sign() + e.line()).trim()).collect(Collectors.joining(" "));
        return text.isEmpty() ? "nothing" : text;
    }

    private static List<String> without(List<Edit> edits, char sign) {
        return edits.stream().filter(e -> e.sign() != sign).map(Edit::line).toList();
    }

    private static String checked(List<Edit> edits, List<String> before, List<String> after) {
        if (!without(edits, '+').equals(before)) {
            return "kept and removed lines are not the text before";
        }
        if (!without(edits, '-').equals(after)) {
            return "kept and added lines are not the text after";
        }
        for (int n = 0; n + 1 < edits.size(); n++) {
            if (edits.get(n).sign() == '+' && edits.get(n + 1).sign() == '-') {
                return "a line is added before one that is removed";
            }
        }
        return edits.stream().filter(e -> e.sign() != ' ').count() + " changes";
    }
}
