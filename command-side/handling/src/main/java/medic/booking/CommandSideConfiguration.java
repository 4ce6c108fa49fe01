package medic.booking;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of the command side, for the application to import. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CommandSideConfiguration {}
