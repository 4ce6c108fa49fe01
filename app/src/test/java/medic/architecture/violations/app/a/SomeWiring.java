package medic.architecture.violations.app.a;

/** Something to know. */
public class SomeWiring {}
