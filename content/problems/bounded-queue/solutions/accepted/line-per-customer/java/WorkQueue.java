import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Jobs that wait for a worker: a line for each customer, and the customers take turns.
 *
 * Within a line those who came first give up first, so only the heads of the lines have to be looked at.
 */
public class WorkQueue {
    private record Waiting(Job job, long sinceMs) {}

    private final Settings settings;
    private final Clock clock;
    private final Stats stats;
    private final Map<String, Deque<Waiting>> lines = new LinkedHashMap<>(); // by turn
    private int count;

    public WorkQueue(Settings settings, Clock clock, Stats stats) {
        this.settings = settings;
        this.clock = clock;
        this.stats = stats;
    }

    public boolean hasPlace(String customer) {
        dropExpired();
        if (settings.capacity > 0 && count >= settings.capacity) {
            return false;
        }
        Deque<Waiting> line = lines.get(customer);
        return settings.perCustomer == 0 || line == null || line.size() < settings.perCustomer;
    }

    public void push(Job job) {
        lines.computeIfAbsent(job.customer(), name -> new ArrayDeque<>()).addLast(new Waiting(job, clock.nowMs()));
        count++;
    }

    /** The next job, or null. */
    public Job pop() {
        dropExpired();
        if (lines.isEmpty()) {
            return null;
        }
        String customer = lines.keySet().iterator().next();
        Deque<Waiting> line = lines.remove(customer);
        count--;
        Job job = line.removeFirst().job();
        if (!line.isEmpty()) {
            lines.put(customer, line); // to the end of the turns
        }
        return job;
    }

    public int size() {
        dropExpired();
        return count;
    }

    /** When the first of the waiting jobs gives up; Long.MAX_VALUE if none does. */
    public long nextExpiryMs() {
        if (settings.patienceMs == 0) {
            return Long.MAX_VALUE;
        }
        return lines.values().stream()
                .mapToLong(line -> line.getFirst().sinceMs() + settings.patienceMs)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void dropExpired() {
        if (settings.patienceMs == 0) {
            return;
        }
        for (Deque<Waiting> line : new ArrayList<>(lines.values())) {
            while (!line.isEmpty() && line.getFirst().sinceMs() + settings.patienceMs <= clock.nowMs()) {
                line.removeFirst();
                count--;
                stats.expired++;
            }
        }
        lines.values().removeIf(Deque::isEmpty);
    }
}
