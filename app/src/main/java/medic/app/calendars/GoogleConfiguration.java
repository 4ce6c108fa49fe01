package medic.app.calendars;

import java.net.URI;
import java.time.Clock;
import java.util.function.UnaryOperator;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.deadletters.DeadLetterGroups;
import medic.sagas.calendars.copies.CopyReaction;
import medic.sagas.calendars.remote.google.GoogleCalendar;
import medic.sagas.calendars.remote.google.GoogleConsent;
import medic.sagas.calendars.remote.google.GoogleSettings;
import org.axonframework.config.ConfigurerModule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Google, where the operator has a client there; without one nothing of it runs. */
@Configuration(proxyBeanMethods = false)
@Conditional(GoogleConfiguration.HasClient.class)
@Import(CopyReaction.class)
class GoogleConfiguration {

  static final class HasClient implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return Settings.MEDIC_GOOGLE_CLIENT_ID.find(context.getEnvironment()).isPresent();
    }
  }

  @Bean
  GoogleSettings googleSettings(Environment environment) {
    return new GoogleSettings(
        Settings.MEDIC_GOOGLE_CLIENT_ID.in(environment),
        Settings.MEDIC_GOOGLE_CLIENT_SECRET
            .find(environment)
            .orElseThrow(
                () ->
                    new StartRefused(
                        "MEDIC_GOOGLE_CLIENT_ID needs MEDIC_GOOGLE_CLIENT_SECRET beside it.")),
        Settings.MEDIC_GOOGLE_URL.find(environment).map(GoogleConfiguration::root).orElse(null));
  }

  private static @Nullable URI root(String text) {
    try {
      URI url = URI.create(text.endsWith("/") ? text : text + "/");
      if (url.getScheme() != null && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException malformed) {
      throw new StartRefused("MEDIC_GOOGLE_URL must be an address.");
    }
    throw new StartRefused("MEDIC_GOOGLE_URL must be an address.");
  }

  @Bean
  GoogleCalendar googleCalendar(GoogleSettings settings, Clock clock) {
    return new GoogleCalendar(settings, clock);
  }

  @Bean
  GoogleConsent googleConsent(GoogleSettings settings, Clock clock) {
    return new GoogleConsent(settings, clock);
  }

  @Bean
  static ConfigurerModule calendarCopies(ObjectProvider<DeadLetterGroups> deadLetters) {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                DeadLetterGroups.register(
                    processing, CopyReaction.GROUP, deadLetters, UnaryOperator.identity()));
  }
}
