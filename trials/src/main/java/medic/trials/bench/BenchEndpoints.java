package medic.trials.bench;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the server answers during a benchmark only: the yardsticks. */
@Configuration(proxyBeanMethods = false)
@Import({CommitEndpoint.class, ConstantEndpoint.class})
class BenchEndpoints {}
