/** A line and what becomes of it: ' ' is kept, '-' removed, '+' added. */
public record Edit(char sign, String line) {}
