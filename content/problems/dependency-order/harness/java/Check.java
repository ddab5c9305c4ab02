import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks whether an answer is right; several may be. */
final class Check {
    /** For the reader only, so without the "=> ". */
    static void shown(String what, List<String> names) {
        System.out.println(what + ": " + (names.size() <= 50 ? String.join(" ", names) : names.size() + " names"));
    }

    static String ofOrder(List<String> order, Map<String, List<String>> services, Collection<String> wanted) {
        TreeSet<String> asked = new TreeSet<>(wanted);
        Map<String, Integer> place = new HashMap<>();
        for (String name : order) {
            if (place.containsKey(name)) {
                return name + " comes twice";
            }
            if (!asked.contains(name)) {
                return name + " does not belong here";
            }
            place.put(name, place.size());
        }
        for (String name : asked) {
            if (!place.containsKey(name)) {
                return name + " is missing";
            }
            for (String need : services.get(name)) {
                if (place.getOrDefault(need, -1) > place.get(name)) {
                    return name + " comes before " + need;
                }
            }
        }
        return "a good order of " + order.size();
    }

    static String ofCycle(List<String> names, Map<String, List<String>> services) {
        if (names.isEmpty()) {
            return "no cycle: no service is named";
        }
        if (new HashSet<>(names).size() < names.size()) {
            return "no cycle: a service comes twice";
        }
        for (int n = 0; n < names.size(); n++) {
            String following = names.get((n + 1) % names.size());
            if (!services.getOrDefault(names.get(n), List.of()).contains(following)) {
                return "no cycle: " + names.get(n) + " does not need " + following;
            }
        }
        return "a real cycle";
    }
}
