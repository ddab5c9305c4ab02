/** A piece of work, and how far it is. */
public final class Job {
    public enum State { WAITING, RUNNING, DONE }

    public final String id;
    public State state = State.WAITING;
    public String worker = null; // who took it last

    public Job(String id) {
        this.id = id;
    }
}
