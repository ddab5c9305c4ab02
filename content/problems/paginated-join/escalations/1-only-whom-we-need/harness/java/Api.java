import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands for the other company's service. Leave this file as it is. */
public final class Api {
    public final List<List<Order>> orders = new ArrayList<>();
    public final List<List<Customer>> customers = new ArrayList<>();
    public final Map<String, Integer> failures = new HashMap<>(); // so often will this page fail
    public final Map<String, Integer> customerFailures = new HashMap<>(); // so often will a call for this one fail
    public int batchMax = 50;
    public int limit = 0; // calls in each window; 0: any number
    public long windowMs = 1000;
    public int calls = 0;
    public int refused = 0;
    private final Clock clock;
    private long window = -1;
    private int used = 0;

    public Api(Clock clock) {
        this.clock = clock;
    }

    /** Throws TooManyCalls or Unavailable. */
    public Page<Order> ordersPage(String cursor) {
        return page("orders", orders, cursor);
    }

    /** Throws TooManyCalls or Unavailable. */
    public Page<Customer> customersPage(String cursor) {
        return page("customers", customers, cursor);
    }

    /** Those of these customers that exist, in any order. Throws TooManyCalls or Unavailable. */
    public List<Customer> customersById(List<String> ids) {
        if (ids.size() > batchMax) {
            throw new IllegalArgumentException(ids.size() + " ids, more than " + batchMax);
        }
        admit();
        for (String id : ids) {
            if (customerFailures.getOrDefault(id, 0) > 0) {
                customerFailures.merge(id, -1, Integer::sum);
                throw new Unavailable();
            }
        }
        List<Customer> found = new ArrayList<>();
        customers.forEach(page -> page.stream().filter(one -> ids.contains(one.id())).forEach(one -> found.add(0, one)));
        return found;
    }

    private <T> Page<T> page(String kind, List<List<T>> pages, String cursor) {
        admit();
        int number = cursor.isEmpty() ? 0 : Integer.parseInt(cursor.substring(kind.length() + 1));
        String name = kind + "-" + number;
        if (failures.getOrDefault(name, 0) > 0) {
            failures.merge(name, -1, Integer::sum);
            throw new Unavailable();
        }
        List<T> items = pages.isEmpty() ? List.of() : pages.get(number);
        return new Page<>(items, number + 1 < pages.size() ? kind + "-" + (number + 1) : "");
    }

    private void admit() {
        if (clock.nowMs() / windowMs != window) {
            used = 0;
        }
        window = clock.nowMs() / windowMs;
        if (limit > 0 && used >= limit) {
            refused++;
            throw new TooManyCalls((window + 1) * windowMs - clock.nowMs());
        }
        used++;
        calls++;
    }
}
