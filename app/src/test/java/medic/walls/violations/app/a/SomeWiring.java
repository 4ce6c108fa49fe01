package medic.walls.violations.app.a;

/** Something to know. */
public class SomeWiring {}
