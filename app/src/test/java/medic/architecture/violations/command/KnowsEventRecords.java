package medic.architecture.violations.command;

import medic.architecture.violations.events.SomethingHappened;

/** Breaks: the contract of commands names no event. */
public record KnowsEventRecords(SomethingHappened event) {}
