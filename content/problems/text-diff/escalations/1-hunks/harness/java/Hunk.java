import java.util.List;

/** Changes with some lines around them, and where they are. Starts from 1; of the line above where there are none. */
public record Hunk(int beforeStart, int beforeCount, int afterStart, int afterCount, List<Edit> edits) {}
