package medic.deadletters;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Keeps dead letters and handles them again, for both sides to import. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class DeadLetterConfiguration {}
