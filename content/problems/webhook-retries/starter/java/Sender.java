import java.util.List;
import java.util.OptionalLong;

/** Posts what waits in the outbox to its subscribers. */
public class Sender {
    public final Stats stats = new Stats();
    private final Outbox outbox;
    private final Network network;
    private final Clock clock;

    public Sender(Outbox outbox, Network network, Settings settings, Clock clock) {
        this.outbox = outbox;
        this.network = network;
        this.clock = clock;
    }

    public void publish(Event event) {
        outbox.add(new Row(event));
    }

    /** When there is something to post; empty if nothing waits. */
    public OptionalLong nextDueMs() {
        return outbox.rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of(clock.nowMs());
    }

    /** Posts all that is due. */
    public void deliver() {
        for (Row row : List.copyOf(outbox.rows)) {
            outbox.remove(row);
            int status = network.post(row.event());
            if (status >= 200 && status < 300) {
                stats.sent++;
            } else {
                stats.failed++;
            }
        }
    }
}
