import java.util.List;

/** No order works. Each of the services needs the next one, and the last one needs the first. */
public final class Cycle extends RuntimeException {
    public final List<String> services;

    public Cycle(List<String> services) {
        super(String.join(" -> ", services));
        this.services = services;
    }
}
