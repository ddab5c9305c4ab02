/** A job that runs, and when it is done. */
public record Running(Job job, long doneMs) {}
