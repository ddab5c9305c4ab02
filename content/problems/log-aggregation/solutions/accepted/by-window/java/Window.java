import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened in one window. */
final class Window {
    private final Map<String, Integer> requests = new HashMap<>();
    private final Map<String, List<Long>> tookMs = new HashMap<>();

    void add(Entry entry) {
        requests.merge(entry.page(), 1, Integer::sum);
        if (entry.tookMs() >= 0) {
            tookMs.computeIfAbsent(entry.page(), added -> new ArrayList<>()).add(entry.tookMs());
        }
    }

    List<Busy> top(int n) {
        return requests.entrySet().stream().map(entry -> new Busy(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingInt((Busy busy) -> -busy.requests()).thenComparing(Busy::page))
            .limit(n).toList();
    }

    List<Long> sorted(String page) {
        return tookMs.getOrDefault(page, List.of()).stream().sorted().toList();
    }
}
