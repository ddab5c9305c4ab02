import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Runs up to `workers` jobs at the same time; the others wait. */
public class Dispatcher {
    public final Stats stats = new Stats();
    private final Settings settings;
    private final Clock clock;
    private final WorkQueue queue = new WorkQueue();
    private final List<Running> running = new ArrayList<>();

    public Dispatcher(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public void submit(Job job) throws Busy {
        stats.accepted++;
        queue.push(job);
        start();
    }

    /** When the first of the running jobs is done; empty if nothing runs. */
    public OptionalLong nextDoneMs() {
        return running.stream().mapToLong(Running::doneMs).min();
    }

    /** Jobs that are done by now, in the order in which they were started. Their workers take the next ones. */
    public List<Job> finish() {
        long nowMs = clock.nowMs();
        List<Job> done = running.stream().filter(one -> one.doneMs() <= nowMs).map(Running::job).toList();
        running.removeIf(one -> one.doneMs() <= nowMs);
        stats.done += done.size();
        start();
        return done;
    }

    public int waiting() {
        return queue.size();
    }

    private void start() {
        while (running.size() < settings.workers) {
            Job job = queue.pop();
            if (job == null) {
                return;
            }
            running.add(new Running(job, clock.nowMs() + job.workMs()));
        }
    }
}
