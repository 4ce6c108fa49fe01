package medic.architecture.violations.http;

import medic.architecture.violations.query.a.SomeView;

/** Breaks: the web basics know no side. */
public record KnowsQueries(SomeView view) {}
