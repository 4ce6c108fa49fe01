package medic.architecture.violations.events.id;

/** Something to know. */
public record SomeId(String value) {}
