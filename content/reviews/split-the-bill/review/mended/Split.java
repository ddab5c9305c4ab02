import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits an invoice over teams. */
public class Split {
    /**
     * Parts by weight, in the order of the accounts; together they are the invoice to the cent. Each account pays what is
     * due up to and with it, less what those before it pay. Throws IllegalArgumentException where nothing weighs anything.
     */
    public static List<Part> split(long cents, List<Team> teams) {
        Map<Integer, Long> weights = new LinkedHashMap<>();
        for (Team team : teams) {
            if (team.weight() < 0) {
                throw new IllegalArgumentException("a weight below zero: " + team);
            }
            weights.merge(team.account(), (long) team.weight(), Long::sum);
        }
        long total = weights.values().stream().mapToLong(Long::longValue).sum();
        if (total == 0) {
            throw new IllegalArgumentException("nobody to pay " + cents);
        }
        List<Part> parts = new ArrayList<>();
        long weight = 0;
        long paid = 0;
        for (Map.Entry<Integer, Long> entry : weights.entrySet()) {
            weight += entry.getValue();
            long due = rounded(Math.multiplyExact(cents, weight), total);
            parts.add(new Part(entry.getKey(), due - paid));
            paid = due;
        }
        return parts;
    }

    /** Halves away from zero, so that a credit note is an invoice with the sign turned. */
    private static long rounded(long above, long below) {
        long half = above < 0 ? -(below / 2) : below / 2;
        return (above + half) / below;
    }
}
