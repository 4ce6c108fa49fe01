package medic.architecture.violations.booking.a;

import medic.architecture.violations.query.a.SomeView;

/** Breaks: who decides does not read views. */
public record KnowsQueries(SomeView view) {}
