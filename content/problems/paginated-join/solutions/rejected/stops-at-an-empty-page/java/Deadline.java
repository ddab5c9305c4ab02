/** The same time, but sleeps only until a moment. */
final class Deadline extends Clock {
    private final Clock clock;
    private final long untilMs;

    Deadline(Clock clock, long untilMs) {
        this.clock = clock;
        this.untilMs = untilMs;
    }

    @Override
    public long nowMs() {
        return clock.nowMs();
    }

    @Override
    public void sleepMs(long ms) {
        if (nowMs() + ms > untilMs) {
            throw new OutOfTime();
        }
        clock.sleepMs(ms);
    }
}
