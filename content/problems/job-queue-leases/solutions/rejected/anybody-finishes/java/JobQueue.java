import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives jobs to workers: each customer in turn, the oldest first. */
public final class JobQueue {
    private final JobStore store = new JobStore();
    private final Settings settings;
    private final Clock clock;
    private final Map<String, Integer> served = new HashMap<>(); // customer to the number of the take
    private int takes = 0;

    public JobQueue(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public void add(String jobId) {
        store.add(new Job(jobId, "", 0));
    }

    public void addLater(String jobId, long atMs) {
        store.add(new Job(jobId, "", atMs));
    }

    public void addFor(String jobId, String customer) {
        store.add(new Job(jobId, customer, 0));
    }

    /** The id of a job that this worker has from now on; empty if none is waiting. */
    public Optional<String> take(String worker) {
        letGoOfLapsed();
        Map<String, Integer> running = new HashMap<>();
        store.inState(Job.State.RUNNING).forEach(job -> running.merge(job.customer, 1, Integer::sum));
        Comparator<Job> fewest = Comparator.comparingInt(job -> running.getOrDefault(job.customer, 0));
        Comparator<Job> longestAgo = Comparator.comparingInt(job -> served.getOrDefault(job.customer, -1));
        // Sorting is stable, so that of equals the oldest stays first.
        Optional<Job> next = store.inState(Job.State.WAITING).stream().filter(this::isDue)
            .sorted(fewest.thenComparing(longestAgo)).findFirst();
        next.ifPresent(job -> {
            takes++;
            served.put(job.customer, takes);
            job.state = Job.State.RUNNING;
            job.worker = worker;
            job.tries++;
            renew(job);
        });
        return next.map(job -> job.id);
    }

    /** The worker is still at it. False if it does not have the job any more. */
    public boolean heartbeat(String jobId, String worker) {
        if (!has(jobId, worker)) {
            return false;
        }
        renew(store.get(jobId));
        return true;
    }

    public boolean done(String jobId, String worker) {
        if (!has(jobId, worker)) {
            return false;
        }
        store.get(jobId).state = Job.State.DONE;
        return true;
    }

    public boolean fail(String jobId, String worker) {
        if (!has(jobId, worker)) {
            return false;
        }
        giveBack(store.get(jobId), clock.nowMs());
        return true;
    }

    /** How many jobs are in each state, for the dashboard. */
    public Map<String, Integer> counts() {
        letGoOfLapsed();
        List<Job> waiting = store.inState(Job.State.WAITING);
        int due = (int) waiting.stream().filter(this::isDue).count();
        return Map.of(
            "waiting", due,
            "delayed", waiting.size() - due,
            "running", store.inState(Job.State.RUNNING).size(),
            "done", store.inState(Job.State.DONE).size(),
            "dead", store.inState(Job.State.DEAD).size());
    }

    private boolean isDue(Job job) {
        return job.notBeforeMs <= clock.nowMs();
    }

    private boolean has(String jobId, String worker) {
        letGoOfLapsed();
        Job job = store.get(jobId);
        return job.state == Job.State.RUNNING;
    }

    private void renew(Job job) {
        if (settings.leaseMs > 0) {
            job.leaseUntilMs = clock.nowMs() + settings.leaseMs;
        }
    }

    private void letGoOfLapsed() {
        for (Job job : store.inState(Job.State.RUNNING)) {
            if (job.leaseUntilMs <= clock.nowMs()) {
                giveBack(job, job.leaseUntilMs);
            }
        }
    }

    /** The try is over without being done: it waits again, or is put aside. */
    private void giveBack(Job job, long atMs) {
        if (settings.maxTries > 0 && job.tries >= settings.maxTries) {
            job.state = Job.State.DEAD;
            return;
        }
        job.state = Job.State.WAITING;
        job.notBeforeMs = atMs + (settings.backoffMs << (job.tries - 1));
    }
}
