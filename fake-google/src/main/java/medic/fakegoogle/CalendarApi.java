package medic.fakegoogle;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Calendar API v3, as far as a sync needs it. */
final class CalendarApi {

  private final Accounts accounts;
  private final Grants grants;
  private final Channels channels;

  CalendarApi(Accounts accounts, Grants grants, Channels channels) {
    this.accounts = accounts;
    this.grants = grants;
    this.channels = channels;
  }

  @Nullable Reply answer(ReceivedCall call) {
    if (!call.under("calendar", "v3")) {
      return null;
    }
    Account account = accounts.of(grants.accountOf(call.header("Authorization")));
    if (call.is("GET", "calendar", "v3", "users", "me", "calendarList")) {
      return Reply.ok(calendarList(account));
    } else if (call.is("GET", "calendar", "v3", "users", "me", "calendarList", "*")) {
      return Reply.ok(entry(account, account.calendar(call.path().get(5))));
    } else if (call.is("POST", "calendar", "v3", "channels", "stop")) {
      channels.stop(call.jsonBody());
      return Reply.nothing();
    } else if (call.under("calendar", "v3", "calendars", "*", "events")) {
      return events(call, account.calendar(call.path().get(3)));
    }
    throw ApiError.notFound();
  }

  private static ObjectNode calendarList(Account account) {
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("kind", "calendar#calendarList");
    ArrayNode items = list.putArray("items");
    account.calendars().forEach(calendar -> items.add(entry(account, calendar)));
    return list;
  }

  private static ObjectNode entry(Account account, FakeCalendar calendar) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "calendar#calendarListEntry")
        .put("id", calendar.id())
        .put("summary", calendar.id())
        .put("timeZone", calendar.zone().getId())
        .put("accessRole", "owner")
        .put("primary", calendar.id().equals(account.email()));
  }

  private Reply events(ReceivedCall call, FakeCalendar calendar) {
    if (call.is("POST", "calendar", "v3", "calendars", "*", "events", "watch")) {
      return Reply.ok(channels.watch(calendar, call.jsonBody()));
    }
    return call.path().size() == 5
        ? collection(call, calendar)
        : one(call, calendar, call.path().get(5));
  }

  private static Reply collection(ReceivedCall call, FakeCalendar calendar) {
    return switch (call.method()) {
      case "GET" -> Reply.ok(calendar.list(Listing.of(call.query(), calendar)));
      case "POST" -> Reply.ok(calendar.insert(call.jsonBody()));
      default -> throw ApiError.notFound();
    };
  }

  static Reply one(ReceivedCall call, FakeCalendar calendar, String id) {
    String ifMatch = call.header("If-Match");
    return switch (call.method()) {
      case "GET" -> etagged(calendar.get(id));
      case "PUT" -> etagged(calendar.change(id, call.jsonBody(), true, ifMatch));
      case "PATCH" -> etagged(calendar.change(id, call.jsonBody(), false, ifMatch));
      case "DELETE" -> {
        calendar.delete(id, ifMatch);
        yield Reply.nothing();
      }
      default -> throw ApiError.notFound();
    };
  }

  private static Reply etagged(ObjectNode event) {
    return new Reply(
        200, "application/json", event.toString(), Map.of("ETag", event.get("etag").asString()));
  }
}
