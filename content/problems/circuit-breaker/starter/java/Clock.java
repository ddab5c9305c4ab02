/** The time, as the rest of the program knows it. Tests set it by hand. */
public class Clock {
    public long ms;

    public long nowMs() {
        return ms;
    }
}
