package medic.walls.violations.booking.a;

import medic.walls.violations.query.a.SomeView;

/** Breaks: who decides does not read views. */
public record KnowsQueries(SomeView view) {}
