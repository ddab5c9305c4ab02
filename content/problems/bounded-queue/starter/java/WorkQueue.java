import java.util.ArrayDeque;
import java.util.Deque;

/** Jobs that wait for a worker, first come, first served. */
public class WorkQueue {
    private final Deque<Job> jobs = new ArrayDeque<>();

    public void push(Job job) {
        jobs.addLast(job);
    }

    /** The next job, or null. */
    public Job pop() {
        return jobs.pollFirst();
    }

    public int size() {
        return jobs.size();
    }
}
