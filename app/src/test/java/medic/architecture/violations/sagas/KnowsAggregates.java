package medic.architecture.violations.sagas;

import medic.architecture.violations.booking.a.SomeAggregate;

/** Breaks: a saga sends commands. */
public record KnowsAggregates(SomeAggregate aggregate) {}
