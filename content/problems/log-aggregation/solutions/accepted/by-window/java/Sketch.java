import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Many times, as one count for each power of two: from the power before up to this one. */
public final class Sketch {
    private final long[] counts = new long[21];

    public void add(long tookMs) {
        counts[tookMs <= 1 ? 0 : 64 - Long.numberOfLeadingZeros(tookMs - 1)]++;
    }

    public List<Long> pack() {
        return Arrays.stream(counts).boxed().toList();
    }

    public static Sketch unpack(List<Long> numbers) {
        Sketch sketch = new Sketch();
        Arrays.setAll(sketch.counts, numbers::get);
        return sketch;
    }

    public void merge(Sketch other) {
        Arrays.setAll(counts, power -> counts[power] + other.counts[power]);
    }

    public OptionalLong percentile(int p) {
        long rank = (Arrays.stream(counts).sum() * p + 99) / 100;
        long seen = 0;
        for (int power = 0; power < counts.length; power++) {
            seen += counts[power];
            if (counts[power] > 0 && seen >= rank) {
                return OptionalLong.of(1L << power);
            }
        }
        return OptionalLong.empty();
    }
}
