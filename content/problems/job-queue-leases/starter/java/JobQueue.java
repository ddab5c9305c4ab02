import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives jobs to workers, the oldest first. */
public final class JobQueue {
    private final JobStore store = new JobStore();

    public JobQueue(Settings settings, Clock clock) {
    }

    public void add(String jobId) {
        store.add(new Job(jobId));
    }

    /** The id of a job that this worker has from now on; empty if none is waiting. */
    public Optional<String> take(String worker) {
        List<Job> waiting = store.inState(Job.State.WAITING);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Job job = waiting.get(0);
        job.state = Job.State.RUNNING;
        job.worker = worker;
        return Optional.of(job.id);
    }

    /** The worker is still at it. Workers call it already; it does nothing yet. */
    public boolean heartbeat(String jobId, String worker) {
        return true;
    }

    public boolean done(String jobId, String worker) {
        store.get(jobId).state = Job.State.DONE;
        return true;
    }

    public boolean fail(String jobId, String worker) {
        store.get(jobId).state = Job.State.WAITING;
        return true;
    }

    /** How many jobs are in each state, for the dashboard. */
    public Map<String, Integer> counts() {
        return Map.of(
            "waiting", store.inState(Job.State.WAITING).size(),
            "running", store.inState(Job.State.RUNNING).size(),
            "done", store.inState(Job.State.DONE).size());
    }
}
