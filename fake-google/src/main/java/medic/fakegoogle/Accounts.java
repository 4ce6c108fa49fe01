package medic.fakegoogle;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Everybody who has ever signed in; an account comes to be when it is first asked for. */
final class Accounts {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final Map<String, Account> byEmail = new ConcurrentHashMap<>();
  private final Names names;
  private final Clock clock;
  private final Consumer<FakeCalendar> whenChanged;

  Accounts(Names names, Clock clock, Consumer<FakeCalendar> whenChanged) {
    this.names = names;
    this.clock = clock;
    this.whenChanged = whenChanged;
  }

  Account of(String email) {
    return byEmail.computeIfAbsent(email, e -> new Account(e, calendar(e)));
  }

  FakeCalendar calendar(String id) {
    FakeCalendar[] made = new FakeCalendar[1];
    made[0] = new FakeCalendar(id, ZONE, names, clock, () -> whenChanged.accept(made[0]));
    return made[0];
  }

  Collection<Account> all() {
    return List.copyOf(byEmail.values());
  }
}
