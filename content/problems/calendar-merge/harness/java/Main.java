import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads commands, one a line, calls your methods, and prints each answer on a line that begins with "=> ". */
public final class Main {
    static String listed(List<Interval> slots) {
        return slots.isEmpty() ? "none"
            : slots.stream().map(slot -> slot.start() + "-" + slot.end()).collect(Collectors.joining(" "));
    }

    static int number(String word) {
        return Integer.parseInt(word);
    }

    public static void main(String[] args) throws IOException {
        Map<String, List<Interval>> calendars = new LinkedHashMap<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.trim().split(" +");
            if (words[0].isEmpty()) {
                continue;
            }
            if (words[0].equals("person")) {
                calendars.computeIfAbsent(words[1], name -> new ArrayList<>());
            } else if (words[0].equals("busy")) {
                calendars.computeIfAbsent(words[1], name -> new ArrayList<>())
                    .add(new Interval(number(words[2]), number(words[3])));
            } else if (words[0].equals("merged")) {
                List<Interval> meetings = new ArrayList<>(calendars.get(words[1]));
                System.out.println("=> " + words[1] + " busy " + listed(Scheduling.merge(meetings)));
            } else if (words[0].equals("free") && words.length == 4) {
                Interval window = new Interval(number(words[1]), number(words[2]));
                System.out.println("=> free "
                    + listed(Scheduling.commonFree(calendars, window, number(words[3]))));
            } else {
                More.more(words, calendars);
            }
        }
    }
}
