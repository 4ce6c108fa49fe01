package medic.architecture.violations.events;

import medic.architecture.violations.events.id.SomeId;

/** Something to know. */
public record SomethingHappened(SomeId id) {}
