package medic.architecture.violations.parking;

import medic.architecture.violations.query.a.SomeView;

/** Breaks: parking knows no side. */
public record KnowsViews(SomeView view) {}
