/** What has happened, for one subscriber; its name is unique. */
public record Event(String subscriber, String name) {}
