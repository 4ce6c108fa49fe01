package medic.walls.violations.events;

import medic.walls.violations.events.id.SomeId;

/** Something to know. */
public record SomethingHappened(SomeId id) {}
