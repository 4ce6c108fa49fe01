package medic.walls.violations.query.a;

/** Something to know. */
public record SomeView(String text) {}
