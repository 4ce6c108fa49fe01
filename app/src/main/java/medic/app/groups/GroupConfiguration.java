package medic.app.groups;

import io.micrometer.core.instrument.MeterRegistry;
import medic.deadletters.DeadLetterGroups;
import medic.deadletters.GroupStates;
import medic.query.rebuild.CheckTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each group is a component of health, and a row of gauges. */
@Configuration(proxyBeanMethods = false)
class GroupConfiguration {

  @Bean
  GroupsHealth groupsHealthContributor(GroupStates states) {
    return new GroupsHealth(states);
  }

  @Bean
  ReadModelsHealth readModelsHealthIndicator(CheckTable checks) {
    return new ReadModelsHealth(checks);
  }

  @Bean
  GroupMeters groupMeters(
      DeadLetterGroups deadLetters, GroupStates states, MeterRegistry registry) {
    return new GroupMeters(deadLetters, states, registry);
  }
}
