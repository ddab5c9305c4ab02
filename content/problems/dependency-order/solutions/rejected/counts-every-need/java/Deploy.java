import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class Deploy {
    /** All services, each after everything it needs. Throws Cycle. */
    public static List<String> deployOrder(Map<String, List<String>> services) {
        Map<String, Integer> count = new HashMap<>();
        Map<String, Set<String>> users = new HashMap<>();
        List<String> order = new ArrayList<>();
        services.forEach((name, needs) -> {
            count.put(name, needs.size());
            if (needs.isEmpty()) {
                order.add(name);
            }
            needs.forEach(need -> users.computeIfAbsent(need, added -> new HashSet<>()).add(name));
        });
        for (int n = 0; n < order.size(); n++) {
            for (String user : users.getOrDefault(order.get(n), Set.of())) {
                if (count.merge(user, -1, Integer::sum) == 0) {
                    order.add(user);
                }
            }
        }
        if (order.size() == services.size()) {
            return order;
        }
        Set<String> left = new HashSet<>(services.keySet());
        order.forEach(left::remove);
        LinkedHashSet<String> walked = new LinkedHashSet<>();
        String name = left.iterator().next();
        while (name != null && walked.add(name)) {
            name = services.get(name).stream().filter(left::contains).findFirst().orElse(null);
        }
        List<String> names = new ArrayList<>(walked);
        throw new Cycle(name == null ? names : names.subList(names.indexOf(name), names.size()));
    }
}
