package medic.architecture.violations.personal;

import medic.architecture.violations.events.SomethingHappened;

/** Breaks: personal data is below everything. */
public record KnowsEvents(SomethingHappened event) {}
