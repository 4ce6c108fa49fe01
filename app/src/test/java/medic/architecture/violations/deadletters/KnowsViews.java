package medic.architecture.violations.deadletters;

import medic.architecture.violations.query.a.SomeView;

/** Breaks: dead letters know no side. */
public record KnowsViews(SomeView view) {}
