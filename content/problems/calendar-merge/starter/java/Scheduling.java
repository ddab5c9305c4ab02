import java.util.List;
import java.util.Map;

public final class Scheduling {
    /** The same busy time as a tidy list: in order, no two entries that could be one. */
    public static List<Interval> merge(List<Interval> meetings) {
        return meetings;
    }

    /** Every slot of at least the given minutes within the window in which all people are free, in order. */
    public static List<Interval> commonFree(Map<String, List<Interval>> calendars, Interval window, int minutes) {
        return List.of();
    }
}
