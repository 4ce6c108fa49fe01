package medic.walls.violations.http;

import medic.walls.violations.query.a.SomeView;

/** Breaks: the web basics know no side. */
public record KnowsQueries(SomeView view) {}
