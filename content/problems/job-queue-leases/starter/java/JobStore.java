import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All jobs, in the order in which they were added. */
public final class JobStore {
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    public void add(Job job) {
        jobs.put(job.id, job);
    }

    public Job get(String jobId) {
        return jobs.get(jobId);
    }

    public List<Job> inState(Job.State state) {
        return jobs.values().stream().filter(job -> job.state == state).toList();
    }
}
