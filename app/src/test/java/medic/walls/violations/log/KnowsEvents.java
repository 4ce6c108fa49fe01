package medic.walls.violations.log;

import medic.walls.violations.events.SomethingHappened;

/** Breaks: personal data is below everything. */
public record KnowsEvents(SomethingHappened event) {}
