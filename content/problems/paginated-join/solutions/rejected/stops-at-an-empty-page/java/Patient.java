import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls that wait and try again. */
final class Patient {
    private static final long[] PAUSES_MS = {100, 200}; // after the first and the second failure

    /** What the call gives: waits while there are too many calls, and tries three times. Throws Unavailable. */
    static <R> R call(Clock clock, Supplier<R> call) {
        int failures = 0;
        while (true) {
            try {
                return call.get();
            } catch (TooManyCalls refused) {
                clock.sleepMs(refused.retryAfterMs);
            } catch (Unavailable unavailable) {
                if (failures == PAUSES_MS.length) {
                    throw unavailable;
                }
                clock.sleepMs(PAUSES_MS[failures]);
                failures++;
            }
        }
    }

    /** All items of a list, in order. Throws Unavailable. */
    static <T> void all(Clock clock, Function<String, Page<T>> pageAt, Consumer<T> each) {
        String cursor = "";
        do {
            String at = cursor;
            Page<T> page = call(clock, () -> pageAt.apply(at));
            page.items().forEach(each);
            cursor = page.next();
            if (page.items().isEmpty()) {
                return;
            }
        } while (!cursor.isEmpty());
    }
}
