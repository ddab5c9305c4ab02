import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public final class Scheduling {
    private static final int DAY = 24 * 60;

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
                tidy.set(tidy.size() - 1, new Interval(last.start(), Math.max(last.end(), meeting.end())));
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
            at = Math.max(at, meeting.end());
        }
        if (at < window.end()) {
            free.add(new Interval(at, window.end()));
        }
        return free;
    }

    /** Slots in which, at every moment, at least so many people are free: sweeps over starts and ends. */
    public static List<Interval> freeFor(
            Map<String, List<Interval>> calendars, Interval window, int minutes, int people) {
        TreeMap<Integer, Integer> changes = new TreeMap<>(Map.of(window.start(), 0, window.end(), 0));
        for (List<Interval> meetings : calendars.values()) {
            for (Interval meeting : merge(meetings)) { // tidied, so that nobody is busy twice at once
                int start = Math.max(meeting.start(), window.start());
                int end = Math.min(meeting.end(), window.end());
                if (start < end) {
                    changes.merge(start, -1, Integer::sum);
                    changes.merge(end, 1, Integer::sum);
                }
            }
        }
        List<Interval> slots = new ArrayList<>();
        int free = calendars.size();
        Integer openSince = null;
        for (Map.Entry<Integer, Integer> change : changes.entrySet()) {
            int moment = change.getKey();
            free += change.getValue();
            boolean enough = free >= people && moment < window.end();
            if (enough && openSince == null) {
                openSince = moment;
            } else if (!enough && openSince != null) {
                slots.add(new Interval(openSince, moment));
                openSince = null;
            }
        }
        return longEnough(slots, minutes);
    }

    /** When somebody is not at work, in UTC: the rest of the window around each day's local hours. */
    public static List<Interval> offHours(Interval hours, List<Zone> zones, Interval window) {
        List<Zone> changes = new ArrayList<>(zones);
        changes.sort(Comparator.comparingInt(Zone::since));
        List<Interval> atWork = new ArrayList<>();
        for (int number = 0; number < changes.size(); number++) {
            int offset = changes.get(number).offset();
            int start = number == 0 ? window.start() : Math.max(window.start(), changes.get(number).since());
            int end = number + 1 == changes.size() ? window.end()
                : Math.min(window.end(), changes.get(number + 1).since());
            if (start >= end) {
                continue;
            }
            for (int day = Math.floorDiv(start + offset, DAY); day <= Math.floorDiv(end + offset, DAY); day++) {
                int opens = Math.max(start, day * DAY + hours.start() - offset);
                int closes = Math.min(end, day * DAY + hours.end() - offset);
                if (opens < closes) {
                    atWork.add(new Interval(opens, closes));
                }
            }
        }
        return gaps(merge(atWork), window);
    }
}
