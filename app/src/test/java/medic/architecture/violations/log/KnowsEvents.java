package medic.architecture.violations.log;

import medic.architecture.violations.events.SomethingHappened;

/** Breaks: personal data is below everything. */
public record KnowsEvents(SomethingHappened event) {}
