package medic.architecture.violations.availability;

import medic.architecture.violations.events.id.SomeId;

/** Breaks: the engine knows no ids. */
public record KnowsIds(SomeId id) {}
