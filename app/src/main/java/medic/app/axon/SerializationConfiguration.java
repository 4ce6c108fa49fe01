package medic.app.axon;

import medic.personal.PersonalDataModule;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How messages are written: Axon takes one customizer only, so it carries all there is. */
@Configuration(proxyBeanMethods = false)
class SerializationConfiguration {

  /** For what is stored outside Axon's own tables; web requests have a mapper of their own. */
  @Bean(defaultCandidate = false)
  @Qualifier("storedJson")
  JsonMapper storedJson(PersonalDataModule personalData) {
    return JsonMapper.builder()
        .addModule(personalData)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  @Bean
  Jackson3SerializerCustomizer storedMessages(PersonalDataModule personalData) {
    return mapper ->
        mapper
            .addModule(personalData)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .polymorphicTypeValidator(
                BasicPolymorphicTypeValidator.builder()
                    .allowIfSubType("org.axonframework.")
                    .allowIfSubType("medic.")
                    .allowIfSubType("java.util.")
                    .build());
  }
}
