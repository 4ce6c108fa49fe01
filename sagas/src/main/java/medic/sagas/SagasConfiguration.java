package medic.sagas;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of the sagas, for the application to import. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class SagasConfiguration {}
