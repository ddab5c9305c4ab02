import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class More {
    private static final Map<String, Interval> HOURS = new HashMap<>();
    private static final Map<String, List<Zone>> ZONES = new HashMap<>();

    private static List<Interval> off(String name, Interval window) {
        Interval hours = HOURS.get(name);
        return hours == null ? List.of() : Scheduling.offHours(hours, ZONES.get(name), window);
    }

    static void more(String[] words, Map<String, List<Interval>> calendars) {
        switch (words[0]) {
            case "free" -> {
                Interval window = new Interval(Main.number(words[1]), Main.number(words[2]));
                List<Interval> slots =
                    Scheduling.freeFor(calendars, window, Main.number(words[3]), Main.number(words[4]));
                System.out.println("=> free for " + words[4] + " " + Main.listed(slots));
            }
            case "hours" -> HOURS.put(words[1], new Interval(Main.number(words[2]), Main.number(words[3])));
            case "zone" -> ZONES.computeIfAbsent(words[1], name -> new ArrayList<>())
                .add(new Zone(Main.number(words[2]), Main.number(words[3])));
            case "off" -> System.out.println("=> " + words[1] + " off "
                + Main.listed(off(words[1], new Interval(Main.number(words[2]), Main.number(words[3])))));
            case "meet" -> {
                Interval window = new Interval(Main.number(words[1]), Main.number(words[2]));
                Map<String, List<Interval>> everyone = new HashMap<>();
                calendars.forEach((name, meetings) -> {
                    List<Interval> both = new ArrayList<>(meetings);
                    both.addAll(off(name, window));
                    everyone.put(name, both);
                });
                System.out.println("=> meet "
                    + Main.listed(Scheduling.commonFree(everyone, window, Main.number(words[3]))));
            }
            default -> throw new IllegalArgumentException("unknown command: " + String.join(" ", words));
        }
    }
}
