package medic.walls.violations.contact;

import medic.walls.violations.events.SomethingHappened;

/** Breaks: how people are reached is below everything. */
public record KnowsEvents(SomethingHappened event) {}
