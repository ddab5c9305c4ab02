/** A piece of work, and how far it is. */
public final class Job {
    public enum State { WAITING, RUNNING, DONE, DEAD }

    public final String id;
    public final String customer;
    public State state = State.WAITING;
    public String worker = null; // who took it last
    public long leaseUntilMs = Long.MAX_VALUE;
    public int tries = 0;
    public long notBeforeMs;

    public Job(String id, String customer, long notBeforeMs) {
        this.id = id;
        this.customer = customer;
        this.notBeforeMs = notBeforeMs;
    }
}
