import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads commands, one a line, asks for the report, and prints each answer on a line that begins with "=> ". */
public final class Main {
    static final Clock CLOCK = new Clock();
    static final Api API = new Api(CLOCK);

    static void say(String text) {
        System.out.println("=> " + text);
    }

    static void show(List<Row> rows) {
        rows.forEach(row -> say(row.order() + " " + row.name() + " " + row.cents()));
    }

    static void answer(boolean rowsToo, Supplier<Report> call) {
        try {
            Report report = call.get();
            if (rowsToo) {
                show(report.rows());
            } else {
                say(report.rows().size() + " rows");
            }
            say(report.complete() ? "complete" : "incomplete");
        } catch (Unavailable unavailable) {
            say("unavailable");
        } catch (TooManyCalls tooMany) {
            say("too many calls");
        }
    }

    private static Order order(String item) {
        String[] parts = item.split(":");
        return new Order(parts[0], parts[1], Integer.parseInt(parts[2]));
    }

    private static Customer customer(String item) {
        String[] parts = item.split(":");
        return new Customer(parts[0], parts[1]);
    }

    private static void fail(String[] words) {
        if (words[1].equals("orders") || words[1].equals("customers")) {
            API.failures.put(words[1] + "-" + (Integer.parseInt(words[2]) - 1), Integer.parseInt(words[3]));
        } else {
            More.more(words);
        }
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.trim().split(" +");
            switch (words[0]) {
                case "" -> { }
                case "orders" -> API.orders.add(Stream.of(words).skip(1).map(Main::order).toList());
                case "customers" -> API.customers.add(Stream.of(words).skip(1).map(Main::customer).toList());
                case "many" -> {
                    for (int n = 0; n < Integer.parseInt(words[1]); n++) {
                        API.orders.add(List.of(new Order("m" + n, "c1", n)));
                    }
                }
                case "fail" -> fail(words);
                case "limit" -> {
                    API.limit = Integer.parseInt(words[1]);
                    API.windowMs = Long.parseLong(words[2]);
                }
                case "at" -> CLOCK.ms = Long.parseLong(words[1]);
                case "report" -> answer(true, () -> Reports.build(API, CLOCK));
                case "count" -> answer(false, () -> Reports.build(API, CLOCK));
                case "cost" -> say(API.calls + " calls, " + API.refused + " refused, " + CLOCK.ms + " ms");
                default -> More.more(words);
            }
        }
    }
}
