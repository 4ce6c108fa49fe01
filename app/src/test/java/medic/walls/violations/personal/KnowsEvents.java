package medic.walls.violations.personal;

import medic.walls.violations.events.SomethingHappened;

/** Breaks: personal data is below everything. */
public record KnowsEvents(SomethingHappened event) {}
