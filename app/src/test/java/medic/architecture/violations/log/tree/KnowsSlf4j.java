package medic.architecture.violations.log.tree;

import org.slf4j.Logger;

public record KnowsSlf4j(Logger logger) {}
