package medic.architecture.violations.events;

import org.springframework.stereotype.Component;

/** Breaks: what is stored knows no framework. */
@Component
public record KnowsSpring(String text) {}
