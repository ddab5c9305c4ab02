import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

public final class Scheduling {
    /** The same busy time as a tidy list: in order, no two entries that could be one. */
    public static List<Interval> merge(List<Interval> meetings) {
        List<Interval> sorted = new ArrayList<>(meetings);
        sorted.sort(Comparator.comparingInt(Interval::start));
        List<Interval> tidy = new ArrayList<>();
        for (Interval meeting : sorted) {
            if (meeting.start() == meeting.end()) { // a reminder, not a meeting
                continue;
            }
            Interval last = tidy.isEmpty() ? null : tidy.get(tidy.size() - 1);
            if (last != null && meeting.start() <= last.end()) {
                tidy.set(tidy.size() - 1, new Interval(last.start(), meeting.end()));
            } else {
                tidy.add(meeting);
            }
        }
        return tidy;
    }

    /** Every slot of at least the given minutes within the window in which all people are free, in order. */
    public static List<Interval> commonFree(Map<String, List<Interval>> calendars, Interval window, int minutes) {
        List<Interval> everyone = new ArrayList<>();
        calendars.values().forEach(everyone::addAll);
        return longEnough(gaps(merge(everyone), window), minutes);
    }

    private static List<Interval> longEnough(List<Interval> slots, int minutes) {
        return slots.stream().filter(slot -> slot.end() - slot.start() >= minutes).toList();
    }

    /** What a tidy list leaves of the window. */
    private static List<Interval> gaps(List<Interval> busy, Interval window) {
        List<Interval> free = new ArrayList<>();
        int at = window.start();
        for (Interval meeting : busy) {
            if (meeting.start() >= window.end()) {
                break;
            }
            if (meeting.start() > at) {
                free.add(new Interval(at, meeting.start()));
            }
            at = meeting.end();
        }
        if (at < window.end()) {
            free.add(new Interval(at, window.end()));
        }
        return free;
    }
}
