package medic.architecture.violations.sagas;

import medic.architecture.violations.app.a.SomeWiring;

/** Breaks: nobody but the application knows its wiring. */
public record KnowsTheApp(SomeWiring wiring) {}
