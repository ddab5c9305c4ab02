import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Posts what waits in the outbox to its subscribers, to each in order; what is not taken is tried again. */
public class Sender {
    public final Stats stats = new Stats();
    private final Outbox outbox;
    private final Network network;
    private final Settings settings;
    private final Clock clock;
    private final Map<String, Integer> givenUp = new HashMap<>(); // events of a subscriber, in a row

    public Sender(Outbox outbox, Network network, Settings settings, Clock clock) {
        this.outbox = outbox;
        this.network = network;
        this.settings = settings;
        this.clock = clock;
    }

    public void publish(Event event) {
        outbox.add(new Row(event, 0, clock.nowMs()));
    }

    /** When there is something to post; empty if nothing waits that may be posted. */
    public OptionalLong nextDueMs() {
        return heads().stream().mapToLong(Row::dueMs).min();
    }

    /** Posts all that is due. */
    public void deliver() {
        Optional<Row> due = due();
        while (due.isPresent()) {
            attempt(due.get());
            due = due();
        }
    }

    /** Ends a pause; what waits is due at once. */
    public void resume(String subscriber) {
        givenUp.remove(subscriber);
    }

    public List<String> paused() {
        return givenUp.keySet().stream().filter(this::isPaused).sorted().toList();
    }

    private boolean isPaused(String subscriber) {
        return settings.pauseAfter > 0 && givenUp.getOrDefault(subscriber, 0) >= settings.pauseAfter;
    }

    /** The rows that may be posted as the next of their subscribers. */
    private List<Row> heads() {
        return outbox.heads().stream().filter(row -> !isPaused(row.event().subscriber())).toList();
    }

    private Optional<Row> due() {
        return heads().stream().filter(row -> row.dueMs() <= clock.nowMs()).findFirst();
    }

    private void attempt(Row row) {
        String subscriber = row.event().subscriber();
        int status = network.post(row.event());
        if (status >= 200 && status < 300) {
            stats.sent++;
            givenUp.remove(subscriber);
            outbox.remove(row);
            return;
        }
        stats.failed++;
        int tries = row.tries() + 1;
        boolean refused = status >= 400 && status < 500; // will be no better next time
        if (tries >= settings.attempts || refused) {
            stats.dead++;
            givenUp.merge(subscriber, 1, Integer::sum);
            outbox.remove(row);
            return;
        }
        long waitMs = settings.waitMs << (tries - 1);
        outbox.replace(row, new Row(row.event(), tries, clock.nowMs() + waitMs));
    }
}
