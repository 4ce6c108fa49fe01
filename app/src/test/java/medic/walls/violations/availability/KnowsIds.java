package medic.walls.violations.availability;

import medic.walls.violations.events.id.SomeId;

/** Breaks: the engine knows no ids. */
public record KnowsIds(SomeId id) {}
