package medic.sagas;

import medic.personal.SealedJson;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything of the sagas, for the application to import. Its beans go by their full names, for
 * messages and calendars both read visits.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class SagasConfiguration {

  @Bean
  SealedJson sealedJson(@Qualifier("storedJson") JsonMapper storedJson) {
    return new SealedJson(storedJson);
  }
}
