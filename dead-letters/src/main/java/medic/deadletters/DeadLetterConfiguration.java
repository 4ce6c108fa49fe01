package medic.deadletters;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** DeadLetter events, for both sides to import. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class DeadLetterConfiguration {}
