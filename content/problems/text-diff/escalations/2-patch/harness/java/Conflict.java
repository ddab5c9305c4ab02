/** A hunk fits nowhere. `hunk` counts from 1. */
public class Conflict extends Exception {
    public final int hunk;

    public Conflict(int hunk) {
        super("hunk " + hunk);
        this.hunk = hunk;
    }
}
