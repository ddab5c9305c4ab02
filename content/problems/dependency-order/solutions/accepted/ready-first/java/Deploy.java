import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

public final class Deploy {
    /** All services, each after everything it needs. Throws Cycle. */
    public static List<String> deployOrder(Map<String, List<String>> services) {
        return waves(services, 0).stream().flatMap(List::stream).toList();
    }

    /** Waves of at most width services (0: any number), each needing only what went out before. Throws Cycle. */
    public static List<List<String>> waves(Map<String, List<String>> services, int width) {
        Map<String, Set<String>> waitsFor = new HashMap<>();
        services.forEach((name, needs) -> {
            Set<String> waits = new HashSet<>(needs);
            waits.retainAll(services.keySet());
            waitsFor.put(name, waits);
        });
        Map<String, Set<String>> users = neededBy(services);
        TreeSet<String> ready = new TreeSet<>();
        waitsFor.forEach((name, waits) -> {
            if (waits.isEmpty()) {
                ready.add(name);
            }
        });
        List<List<String>> gone = new ArrayList<>();
        while (!ready.isEmpty()) {
            int size = width == 0 ? ready.size() : Math.min(width, ready.size());
            List<String> wave = new ArrayList<>();
            for (int n = 0; n < size; n++) {
                wave.add(ready.pollFirst());
            }
            for (String name : wave) {
                waitsFor.remove(name);
                for (String user : users.getOrDefault(name, Set.of())) {
                    waitsFor.get(user).remove(name);
                    if (waitsFor.get(user).isEmpty()) {
                        ready.add(user);
                    }
                }
            }
            gone.add(wave);
        }
        if (!waitsFor.isEmpty()) {
            throw new Cycle(circle(waitsFor));
        }
        return gone;
    }

    /** What changed and all that needs it, in an order that works. Throws Cycle. */
    public static List<String> affected(Map<String, List<String>> services, List<String> changed) {
        Map<String, Set<String>> users = neededBy(services);
        Set<String> reached = new HashSet<>();
        Deque<String> todo = new ArrayDeque<>(changed);
        while (!todo.isEmpty()) {
            String name = todo.pop();
            if (reached.add(name)) {
                todo.addAll(users.getOrDefault(name, Set.of()));
            }
        }
        Map<String, List<String>> part = new HashMap<>(services);
        part.keySet().retainAll(reached);
        return deployOrder(part);
    }

    private static Map<String, Set<String>> neededBy(Map<String, List<String>> services) {
        Map<String, Set<String>> users = new HashMap<>();
        services.forEach((name, needs) -> needs.forEach(need ->
            users.computeIfAbsent(need, added -> new HashSet<>()).add(name)));
        return users;
    }

    /** Each of these waits for another of them, so a walk along them must come back to itself. */
    private static List<String> circle(Map<String, Set<String>> waitsFor) {
        Set<String> walked = new LinkedHashSet<>();
        String name = waitsFor.keySet().iterator().next();
        while (walked.add(name)) {
            name = waitsFor.get(name).iterator().next();
        }
        List<String> names = new ArrayList<>(walked);
        return names.subList(names.indexOf(name), names.size());
    }
}
