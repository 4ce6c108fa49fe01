package medic.trials.google;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import medic.app.StartRefused;
import medic.app.cli.Subcommand;
import medic.fakegoogle.FakeGoogle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a stand-in for Google Calendar, to try the sync without an account. */
@Command(
    name = "fake-google",
    description = "Starts a stand-in for Google Calendar on loopback, to try the sync.")
public final class FakeGoogleCommand implements Subcommand {

  private static final String HINT =
      """
      The fake Google is ready at @
      Start Medic beside it, in another terminal:
        MEDIC_GOOGLE_CLIENT_ID=demo MEDIC_GOOGLE_CLIENT_SECRET=demo MEDIC_GOOGLE_URL=@ ./medic
      Then follow docs/calendars.md. Ctrl-C ends it, and forgets everything.
      """;

  @Option(
      names = "--port",
      defaultValue = "8090",
      description = "Port to listen on; ${DEFAULT-VALUE}.")
  private int port = 8090;

  @Override
  public Integer call() throws InterruptedException {
    try (FakeGoogle fake = FakeGoogle.start(port, Clock.systemUTC(), new SecureRandom())) {
      System.out.println(HINT.replace("@", fake.root().toString()));
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException taken) {
      throw new StartRefused("port " + port + " is taken: give --port another.");
    }
  }
}
