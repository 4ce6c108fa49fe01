package medic.sagas;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import medic.deadletters.DeadLetterConfiguration;
import medic.deadletters.TransientFault;
import medic.personal.SealedJson;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything of the sagas, for the application to import. Its beans go by their full names, for
 * messages and calendars both read visits.
 */
@Configuration(proxyBeanMethods = false)
@Import(DeadLetterConfiguration.class)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class SagasConfiguration {

  /** Its reminder is being sent while a visit is cancelled. */
  @Bean
  TransientFault taskIsRunning() {
    return TaskInstanceCurrentlyExecutingException.class::isInstance;
  }

  @Bean
  SealedJson sealedJson(@Qualifier("storedJson") JsonMapper storedJson) {
    return new SealedJson(storedJson);
  }
}
