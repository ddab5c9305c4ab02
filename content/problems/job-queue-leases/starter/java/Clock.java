/** The time, as the rest of the program knows it. Tests set it by hand. */
public final class Clock {
    public long ms = 0;

    public long nowMs() {
        return ms;
    }
}
