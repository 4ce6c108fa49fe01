package medic.app.calendars;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.personal.MasterKey;
import medic.personal.SecretFile;
import medic.sagas.calendars.connections.CalendarSecrets;
import medic.sagas.calendars.connections.PublicAddress;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.remote.feeds.FeedReader;
import medic.sagas.calendars.remote.feeds.FeedRules;
import medic.sagas.calendars.sync.CalendarRounds;
import medic.sagas.calendars.sync.CalendarWorker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class CalendarSyncConfiguration {

  @Bean
  CalendarSecrets calendarSecrets(Environment environment) {
    Path file = Settings.keyDirectory(environment).resolve("calendars.json");
    try {
      return new CalendarSecrets(
          Settings.MEDIC_CALENDAR_KEY.find(environment).orElseGet(() -> inFile(file)));
    } catch (IllegalArgumentException notAKeyset) {
      throw new StartRefused(
          Settings.MEDIC_CALENDAR_KEY.orFile(environment, file)
              + ": "
              + notAKeyset.getMessage()
              + ".");
    }
  }

  private static String inFile(Path file) {
    byte[] keyset =
        SecretFile.readOrCreate(file, () -> MasterKey.newKeyset().getBytes(StandardCharsets.UTF_8));
    return new String(keyset, StandardCharsets.UTF_8);
  }

  /** The port is known once the server listens. */
  @Bean
  PublicAddress publicAddress(Environment environment) {
    return () ->
        Settings.MEDIC_PUBLIC_URL
            .find(environment)
            .map(url -> url.replaceAll("/+$", ""))
            .orElseGet(
                () ->
                    "http://127.0.0.1:"
                        + environment.getProperty(
                            "local.server.port", Settings.SERVER_PORT.in(environment)));
  }

  @Bean
  FeedReader feedReader(Environment environment) {
    return new FeedReader(
        new FeedRules(Boolean.parseBoolean(Settings.MEDIC_FEEDS_INSIDE.in(environment))));
  }

  /** Only a server keeps calendars up to date, no subcommand beside it. */
  @Bean
  @ConditionalOnWebApplication
  @ConditionalOnProperty(name = "medic.calendars.worker", matchIfMissing = true)
  CalendarWorker calendarWorker(RoundTable table, CalendarRounds rounds, Clock clock) {
    return new CalendarWorker(table, rounds, clock);
  }
}
