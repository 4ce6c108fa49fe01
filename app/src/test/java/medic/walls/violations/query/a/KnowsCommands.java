package medic.walls.violations.query.a;

import medic.walls.violations.command.SomeCommand;

/** Breaks: who reads does not write. */
public record KnowsCommands(SomeCommand command) {}
