import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Reports {
    /** One row for each order, with the name of its customer. Throws Unavailable. */
    public static Report build(Api api, Clock clock) {
        Collection<Order> orders = allOrders(api, clock);
        Map<String, String> names = new HashMap<>();
        boolean complete = managed(() ->
            Patient.all(clock, api::customersPage, customer -> names.put(customer.id(), customer.name())));
        return new Report(joined(orders, names), complete);
    }

    /** The same, asking only for the customers that are needed. Throws Unavailable. */
    public static Report buildSparing(Api api, Clock clock) {
        Collection<Order> orders = allOrders(api, clock);
        Map<String, String> names = new HashMap<>();
        boolean complete = true;
        for (List<String> batch : batches(api, orders, names)) {
            complete &= managed(() -> ask(api, clock, batch, names));
        }
        return new Report(joined(orders, names), complete);
    }

    /** As much of the report as can be had until then. */
    public static Slice buildSlice(Api api, Clock clock, long untilMs, String resume) {
        Clock timed = new Deadline(clock, untilMs);
        Map<String, String> names = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        String cursor = resume;
        try {
            while (true) {
                String at = cursor;
                Page<Order> page = Patient.call(timed, () -> api.ordersPage(at));
                for (List<String> batch : batches(api, page.items(), names)) {
                    ask(api, timed, batch, names);
                }
                rows.addAll(joined(page.items(), names));
                if (page.next().isEmpty()) {
                    return new Slice(rows, "", true);
                }
                cursor = page.next();
            }
        } catch (OutOfTime | Unavailable stopped) {
            return new Slice(rows, cursor, false);
        }
    }

    /** Whether it went through without Unavailable. */
    private static boolean managed(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Unavailable unavailable) {
            return false;
        }
    }

    /** Each order once, although it may come again when others were added while we read. */
    private static Collection<Order> allOrders(Api api, Clock clock) {
        Map<String, Order> orders = new LinkedHashMap<>();
        Patient.all(clock, api::ordersPage, order -> orders.put(order.id(), order));
        return orders.values();
    }

    /** The customers to ask for, each once, in full batches. */
    private static List<List<String>> batches(Api api, Collection<Order> orders, Map<String, String> names) {
        List<String> needed = orders.stream().map(Order::customer).filter(id -> !names.containsKey(id))
            .distinct().toList();
        List<List<String>> cut = new ArrayList<>();
        for (int start = 0; start < needed.size(); start += api.batchMax) {
            cut.add(needed.subList(start, Math.min(start + api.batchMax, needed.size())));
        }
        return cut;
    }

    private static void ask(Api api, Clock clock, List<String> batch, Map<String, String> names) {
        List<Customer> found = Patient.call(clock, () -> api.customersById(batch));
        batch.forEach(id -> names.put(id, "?"));
        found.forEach(customer -> names.put(customer.id(), customer.name()));
    }

    private static List<Row> joined(Collection<Order> orders, Map<String, String> names) {
        return orders.stream()
            .map(order -> new Row(order.id(), names.getOrDefault(order.customer(), "?"), order.cents())).toList();
    }
}
