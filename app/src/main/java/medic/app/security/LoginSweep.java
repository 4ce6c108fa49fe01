package medic.app.security;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends what is over: windows of wrong passwords, links, tokens, addresses. One process does it. */
@Configuration(proxyBeanMethods = false)
@OwnLogins
class LoginSweep {

  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration LINKS_KEPT = Duration.ofDays(30);

  @Bean
  Task<Void> sweepLogins(
      RefusedSignIns refusals,
      AttemptLimits limits,
      InvitationTable invitations,
      JdbcClient database) {
    return Tasks.recurring("sweep-logins", FixedDelay.of(EVERY))
        .execute(
            (instance, context) -> {
              refusals.closeWindows();
              limits.clean();
              invitations.clean(LINKS_KEPT);
              database.sql("delete from work.signed_out where expires_at < now()").update();
              database
                  .sql("delete from work.known_address where seen_at < now() - interval '180 days'")
                  .update();
            });
  }
}
