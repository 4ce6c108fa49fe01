package medic.walls.violations.sagas;

import medic.walls.violations.booking.a.SomeAggregate;

/** Breaks: a saga sends commands. */
public record KnowsAggregates(SomeAggregate aggregate) {}
