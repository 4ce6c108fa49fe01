package medic.walls.violations.sagas;

import medic.walls.violations.app.a.SomeWiring;

/** Breaks: nobody but the application knows its wiring. */
public record KnowsTheApp(SomeWiring wiring) {}
