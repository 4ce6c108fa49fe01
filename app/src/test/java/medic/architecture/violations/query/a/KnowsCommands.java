package medic.architecture.violations.query.a;

import medic.architecture.violations.command.SomeCommand;

/** Breaks: who reads does not write. */
public record KnowsCommands(SomeCommand command) {}
