import java.util.List;
import java.util.Map;

final class More {
    static void more(String[] words, Map<String, List<Interval>> calendars) {
        if (!words[0].equals("free")) {
            throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
        Interval window = new Interval(Main.number(words[1]), Main.number(words[2]));
        List<Interval> slots =
            Scheduling.freeFor(calendars, window, Main.number(words[3]), Main.number(words[4]));
        System.out.println("=> free for " + words[4] + " " + Main.listed(slots));
    }
}
