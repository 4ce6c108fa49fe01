package medic.fakegoogle;

import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Google has no API for: a person at their calendar, and everything that can go wrong. All
 * below {@code /control}, without a token.
 */
final class ControlApi {

  private final Accounts accounts;
  private final Grants grants;
  private final Channels channels;
  private final OAuth oauth;
  private final InjectedFaults faults;

  ControlApi(
      Accounts accounts, Grants grants, Channels channels, OAuth oauth, InjectedFaults faults) {
    this.accounts = accounts;
    this.grants = grants;
    this.channels = channels;
    this.oauth = oauth;
    this.faults = faults;
  }

  @Nullable Reply answer(ReceivedCall call) {
    if (!call.under("control")) {
      return null;
    }
    if (call.under("control", "accounts", "*", "events")) {
      return events(call, accounts.of(call.path().get(2)).calendar(Account.PRIMARY));
    } else if (call.is("PUT", "control", "accounts", "*")) {
      FakeCalendar calendar = accounts.of(call.path().get(2)).calendar(Account.PRIMARY);
      calendar.zone(ZoneId.of(call.jsonBody().path("timeZone").asString("Europe/Berlin")));
      return Reply.nothing();
    } else if (call.is("POST", "control", "accounts", "*", "revoke")) {
      grants.revokeAll(call.path().get(2));
      return Reply.nothing();
    } else if (call.is("GET", "control", "channels")) {
      return Reply.ok(channels.all());
    }
    return broken(call);
  }

  /** A person's own hand: no token, and no precondition unless they bring one. */
  private static Reply events(ReceivedCall call, FakeCalendar calendar) {
    if (call.path().size() > 4) {
      return CalendarApi.one(call, calendar, call.path().get(4));
    }
    return switch (call.method()) {
      case "GET" -> Reply.ok(calendar.all());
      case "POST" -> Reply.ok(calendar.insert(call.jsonBody()));
      default -> throw ApiError.notFound();
    };
  }

  private Reply broken(ReceivedCall call) {
    if (call.is("POST", "control", "faults")) {
      faults.add(fault(call.jsonBody()));
    } else if (call.is("DELETE", "control", "faults")) {
      faults.clear();
    } else if (call.is("GET", "control", "faults")) {
      return Reply.ok(JsonNodeFactory.instance.objectNode().put("waiting", faults.waiting()));
    } else if (call.is("POST", "control", "expire-access-tokens")) {
      grants.expireAccess();
    } else if (call.is("POST", "control", "expire-sync-tokens")) {
      accounts.all().forEach(a -> a.calendars().forEach(FakeCalendar::expireTokens));
    } else if (call.is("PUT", "control", "settings")) {
      apply(call.jsonBody());
    } else {
      throw ApiError.notFound();
    }
    return Reply.nothing();
  }

  private static InjectedFaults.Fault fault(ObjectNode asked) {
    JsonNode retryAfter = asked.path("retryAfterSeconds");
    return new InjectedFaults.Fault(
        Pattern.compile(asked.path("request").asString(".*")),
        asked.path("status").asInt(503),
        asked.path("reason").asString("backendError"),
        retryAfter.isNumber() ? retryAfter.asInt() : null,
        asked.path("times").asInt(1),
        asked.path("after").asBoolean(false));
  }

  private void apply(ObjectNode settings) {
    if (settings.has("autoGrant")) {
      oauth.autoGrant(textOrNull(settings.get("autoGrant")));
    }
    if (settings.has("grantedScope")) {
      oauth.grantedScope(textOrNull(settings.get("grantedScope")));
    }
    if (settings.has("pushCopies")) {
      channels.copies(settings.get("pushCopies").asInt());
    }
    if (settings.has("latencyMillis")) {
      faults.latency(Duration.ofMillis(settings.get("latencyMillis").asLong()));
    }
    if (settings.has("largestPage")) {
      int size = settings.get("largestPage").asInt();
      accounts.all().forEach(a -> a.calendars().forEach(c -> c.largestPage(size)));
    }
  }

  private static @Nullable String textOrNull(JsonNode value) {
    return value.isNull() ? null : value.asString();
  }
}
