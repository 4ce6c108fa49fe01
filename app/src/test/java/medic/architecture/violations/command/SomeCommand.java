package medic.architecture.violations.command;

/** Something to know. */
public record SomeCommand(String text) {}
