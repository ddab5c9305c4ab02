/** Says whether a carrier may be asked, and learns from how it went. */
public class Breaker {
    private final Settings settings;
    private final Clock clock;
    private int failures; // in a row
    private boolean open;
    private long openUntilMs;

    public Breaker(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether to ask now. When the pause is over, what is asked is the trial. */
    public boolean allows() {
        return !open || openUntilMs <= clock.nowMs();
    }

    public void succeeded() {
        failures = 0;
        open = false;
    }

    public void failed() {
        failures++;
        boolean trial = open;
        if (settings.threshold > 0 && (trial || failures >= settings.threshold)) {
            open = true;
            openUntilMs = clock.nowMs() + settings.openMs;
        }
    }
}
