package medic.walls.violations.command;

/** Something to know. */
public record SomeCommand(String text) {}
