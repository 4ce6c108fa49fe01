package medic.walls.violations.parking;

import medic.walls.violations.query.a.SomeView;

/** Breaks: parking knows no side. */
public record KnowsViews(SomeView view) {}
