package medic.architecture.violations.contact;

import medic.architecture.violations.events.SomethingHappened;

/** Breaks: how people are reached is below everything. */
public record KnowsEvents(SomethingHappened event) {}
