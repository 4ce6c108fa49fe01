package medic.architecture.violations.query.a;

/** Something to know. */
public record SomeView(String text) {}
