import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls your ring, and prints each answer on a line that begins with "=> ". */
public final class Main {
    private static Ring ring;
    private static List<String> before = List.of();

    private static List<String> owners(int count) {
        List<String> names = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            names.add(ring.owner("k" + n).orElse("none"));
        }
        return names;
    }

    private static Map<String, Integer> counted(List<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }

    private static String listed(Map<String, Integer> counts) {
        return counts.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(" "));
    }

    private static String spread() {
        Map<String, Integer> counts = counted(before);
        return counts.size() <= 10 ? listed(counts) : "between " + Collections.min(counts.values()) + " and "
            + Collections.max(counts.values()) + " on " + counts.size() + " nodes";
    }

    private static String moved() {
        List<String> after = owners(before.size());
        List<String> moves = new ArrayList<>();
        for (int n = 0; n < after.size(); n++) {
            if (!after.get(n).equals(before.get(n))) {
                moves.add(before.get(n) + ">" + after.get(n));
            }
        }
        Map<String, Integer> counts = counted(moves);
        boolean few = !counts.isEmpty() && counts.size() <= 10;
        return "moved " + moves.size() + (few ? ": " + listed(counts) : "");
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.trim().split(" +");
            switch (words[0]) {
                case "" -> { }
                case "ring" -> ring = new Ring(Integer.parseInt(words[1]), Places::hashOf);
                case "at" -> Places.GIVEN.put(words[1], Long.parseLong(words[2]));
                case "add" -> ring.add(words[1], Integer.parseInt(words[2]));
                case "nodes" -> {
                    for (int n = 0; n < Integer.parseInt(words[2]); n++) {
                        ring.add(words[1] + n, 1);
                    }
                }
                case "remove" -> ring.remove(words[1]);
                case "owner" -> System.out.println("=> " + words[1] + " " + ring.owner(words[1]).orElse("none"));
                case "spread" -> {
                    before = owners(Integer.parseInt(words[1]));
                    System.out.println("=> " + spread());
                }
                case "moved" -> System.out.println("=> " + moved());
                default -> More.more(words, ring);
            }
        }
    }
}
