package medic.walls.violations.command;

import medic.walls.violations.events.SomethingHappened;

/** Breaks: the contract of commands names no event. */
public record KnowsEventRecords(SomethingHappened event) {}
