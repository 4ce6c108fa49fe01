package medic.app.lag;

import java.time.Clock;
import java.time.Duration;
import medic.app.postgres.embedded.DatabaseSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts that work by themselves, each with what it has yet to do. */
@Configuration(proxyBeanMethods = false)
class LagConfiguration {

  /** Events that no leaf of the log stands for yet; an append may pass one over for a moment. */
  private static final String UNLOGGED =
      """
      select count(*), min(time_stamp)
      from store.domain_event_entry
      where global_index > coalesce((select max(global_index) from log.leaf), -1)
      """;

  private static final String UNSENT =
      """
      select count(*), to_json(min(due_at)) #>> '{}' from work.notification
      where (state = 'QUEUED' or recorded is distinct from state) and due_at <= :now
      """;

  private static final String UNSTARTED =
      """
      select count(*), to_json(min(execution_time)) #>> '{}' from work.scheduled_tasks
      where not picked and execution_time <= :now
      """;

  private static final String UNSYNCED =
      """
      select count(*), to_json(min(due_at)) #>> '{}' from work.calendar_connection
      where status in ('connected', 'leaving', 'ending') and due_at <= :now
        and (leased_until is null or leased_until < :now)
      """;

  private final JdbcClient database;
  private final Clock clock;
  private final Duration bound;

  LagConfiguration(
      JdbcClient database, Clock clock, @Value("${medic.health.lag-bound:60s}") Duration bound) {
    this.database = database;
    this.clock = clock;
    this.bound = bound;
  }

  /** On nodes that append to the log. */
  @Bean
  @ConditionalOnProperty(DatabaseSource.LOG_USER)
  LagHealth logLagHealthIndicator() {
    return of(UNLOGGED);
  }

  @Bean
  LagHealth outboxHealthIndicator() {
    return of(UNSENT);
  }

  @Bean
  LagHealth schedulerHealthIndicator() {
    return of(UNSTARTED);
  }

  @Bean
  LagHealth calendarsHealthIndicator() {
    return of(UNSYNCED);
  }

  private LagHealth of(String waiting) {
    return new LagHealth(database, clock, bound, waiting);
  }
}
