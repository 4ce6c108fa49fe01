package medic.fakegoogle;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One calendar: events by id, each change a version. Deleted events stay, as Google's do: their ids
 * are taken, they can be read, and brought back by a change of status.
 */
final class FakeCalendar {

  private static final String OWN_ID = "[a-v0-9]{5,1024}";

  private final String id;
  private final Names names;
  private final Clock clock;
  private final Runnable whenChanged;
  private final Map<String, Stored> events = new LinkedHashMap<>();
  private ZoneId zone;
  private long version = 1;
  private long tokenGeneration = 1;
  private int largestPage = Integer.MAX_VALUE;

  FakeCalendar(String id, ZoneId zone, Names names, Clock clock, Runnable whenChanged) {
    this.id = id;
    this.zone = zone;
    this.names = names;
    this.clock = clock;
    this.whenChanged = whenChanged;
  }

  String id() {
    return id;
  }

  synchronized ZoneId zone() {
    return zone;
  }

  synchronized void zone(ZoneId other) {
    zone = other;
  }

  synchronized long version() {
    return version;
  }

  synchronized long tokenGeneration() {
    return tokenGeneration;
  }

  synchronized void expireTokens() {
    tokenGeneration++;
  }

  synchronized int largestPage() {
    return largestPage;
  }

  synchronized void largestPage(int size) {
    largestPage = size;
  }

  synchronized ObjectNode insert(ObjectNode given) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    merge(event, given);
    if (event.hasNonNull("id") && event.hasNonNull("iCalUID")) {
      throw ApiError.badRequest("invalid", "Either id or iCalUID, not both.");
    }
    if (!event.hasNonNull("id")) {
      event.put("id", names.next());
    } else if (!event.get("id").asString().matches(OWN_ID)) {
      throw ApiError.badRequest("invalid", "Invalid resource id value.");
    }
    String key = event.get("id").asString();
    if (events.containsKey(key)) {
      throw new ApiError(409, "duplicate", "The requested identifier already exists.");
    }
    EventTimes.verify(event, zone);
    event.put("kind", "calendar#event");
    event.put("iCalUID", key + "@google.com");
    event.put("created", now());
    if (!event.hasNonNull("status")) {
      event.put("status", "confirmed");
    }
    return keep(key, event);
  }

  synchronized ObjectNode get(String key) {
    return find(key).deepCopy();
  }

  /** With {@code whole} the event is replaced, otherwise the given fields are; null removes one. */
  synchronized ObjectNode change(
      String key, ObjectNode given, boolean whole, @Nullable String ifMatch) {
    ObjectNode before = find(key);
    verify(ifMatch, before);
    ObjectNode event = whole ? JsonNodeFactory.instance.objectNode() : before.deepCopy();
    merge(event, given);
    for (String fixed : List.of("id", "kind", "iCalUID", "created", "recurringEventId")) {
      if (before.has(fixed)) {
        event.set(fixed, before.get(fixed));
      }
    }
    if (before.has("originalStartTime")) {
      event.set("originalStartTime", before.get("originalStartTime"));
    }
    if (!event.hasNonNull("status")) {
      event.put("status", "confirmed");
    }
    EventTimes.verify(event, zone);
    return keep(key, event);
  }

  private static void merge(ObjectNode into, ObjectNode given) {
    given
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                into.remove(field.getKey());
              } else if (field.getValue() instanceof ObjectNode inner) {
                boolean known = into.get(field.getKey()) instanceof ObjectNode;
                merge(
                    known ? (ObjectNode) into.get(field.getKey()) : into.putObject(field.getKey()),
                    inner);
              } else {
                into.set(field.getKey(), field.getValue());
              }
            });
  }

  synchronized void delete(String key, @Nullable String ifMatch) {
    ObjectNode before = find(key);
    if (Stored.isCancelled(before)) {
      throw new ApiError(410, "deleted", "Resource has been deleted");
    }
    verify(ifMatch, before);
    keep(key, before.deepCopy().put("status", Stored.CANCELLED));
    for (Stored stored : List.copyOf(events.values())) {
      boolean exception = key.equals(stored.body().path("recurringEventId").asString(""));
      if (exception && !stored.isCancelled()) {
        keep(stored.id(), stored.body().deepCopy().put("status", Stored.CANCELLED));
      }
    }
  }

  private ObjectNode keep(String key, ObjectNode event) {
    long next = ++version;
    event.put("etag", "\"" + next + "\"");
    event.put("updated", now());
    Stored known = events.remove(key);
    events.put(key, known == null ? Stored.first(event, next) : known.next(event, next));
    whenChanged.run();
    return event.deepCopy();
  }

  private ObjectNode find(String key) {
    Stored stored = events.get(key);
    if (stored != null) {
      return stored.body();
    }
    int stamp = key.lastIndexOf('_');
    Stored series = stamp < 0 ? null : events.get(key.substring(0, stamp));
    ObjectNode instance =
        series == null ? null : series.instances(zone, Instant.MIN, Instant.MAX, Set.of()).get(key);
    if (instance == null) {
      throw ApiError.notFound();
    }
    return instance;
  }

  private static void verify(@Nullable String ifMatch, ObjectNode event) {
    if (ifMatch != null
        && !ifMatch.equals("*")
        && !ifMatch.equals(event.path("etag").asString(""))) {
      throw new ApiError(412, "conditionNotMet", "Precondition Failed");
    }
  }

  synchronized ObjectNode list(Listing asked) {
    TreeMap<Listing.Position, ObjectNode> found = new TreeMap<>();
    for (Stored stored : events.values()) {
      if (stored.version() > asked.since() && stored.version() <= asked.upTo()) {
        rows(stored, asked)
            .forEach(
                row ->
                    found.put(
                        new Listing.Position(stored.version(), row.get("id").asString()), row));
      }
    }
    List<Map.Entry<Listing.Position, ObjectNode>> rest =
        new ArrayList<>(
            asked.after() == null
                ? found.entrySet()
                : found.tailMap(asked.after(), false).entrySet());
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("kind", "calendar#events").put("summary", id).put("timeZone", zone.getId());
    ArrayNode items = page.putArray("items");
    rest.stream().limit(asked.pageSize()).forEach(entry -> items.add(entry.getValue().deepCopy()));
    if (rest.size() > asked.pageSize()) {
      page.put(
          "nextPageToken",
          asked.pageToken(rest.get(asked.pageSize() - 1).getKey(), tokenGeneration));
    } else {
      page.put("nextSyncToken", asked.syncToken(tokenGeneration));
    }
    return page;
  }

  private List<ObjectNode> rows(Stored stored, Listing asked) {
    if (asked.singleEvents() && stored.isSeriesEver()) {
      Set<String> overridden =
          events.values().stream()
              .filter(e -> stored.id().equals(e.body().path("recurringEventId").asString("")))
              .map(Stored::id)
              .collect(Collectors.toSet());
      return stored.instances(zone, asked.from(), asked.to(), overridden).values().stream()
          .filter(row -> asked.showDeleted() || !Stored.isCancelled(row))
          .toList();
    }
    if (stored.isCancelled()) {
      return asked.showDeleted() ? List.of(Stored.gone(stored.body())) : List.of();
    }
    Instant starts = EventTimes.instant(stored.body().get("start"), zone);
    Instant ends = EventTimes.instant(stored.body().get("end"), zone);
    boolean within = starts.isBefore(asked.to()) && ends.isAfter(asked.from());
    return within || asked.incremental() ? List.of(stored.body()) : List.of();
  }

  /** Every event as it is stored, the deleted ones included. */
  synchronized ArrayNode all() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    events.values().forEach(stored -> all.add(stored.body().deepCopy()));
    return all;
  }

  private String now() {
    return clock.instant().toString();
  }
}
