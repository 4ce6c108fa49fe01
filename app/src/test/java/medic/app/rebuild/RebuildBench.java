package medic.app.rebuild;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/**
 * How fast read models are made, beside what it takes to read the same events back and to COPY the
 * same rows. No part of the build: {@code -Dtest=RebuildBench -Dmedic.bench.events=1000000}.
 */
@Tag("server")
class RebuildBench {

  private static final long EVENTS = Long.getLong("medic.bench.events", 200_000);

  /** Bookings like those that are there, with ids of their own. */
  private static final String MORE =
      """
      insert into store.domain_event_entry (event_identifier, aggregate_identifier,
        sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
      select gen_random_uuid()::text, replace(aggregate_identifier, :old, id::text),
        sequence_number, type, time_stamp, payload_type, payload_revision,
        convert_to(replace(convert_from(payload, 'UTF8'), :old, id::text), 'UTF8'), meta_data
      from (select *, md5(n || ':bench')::uuid as id from generate_series(1, :copies) n,
        (select * from store.domain_event_entry where aggregate_identifier like '%' || :old || '%'
         order by global_index) booked order by n, global_index) copies
      """;

  @Test
  void measure() throws Exception {
    try (TestServer server = TestServer.start()) {
      Client admin = server.admin();
      String visit = visit(admin);
      try (Connection owner = server.owner()) {
        fill(owner, visit);
        long events = number(owner, "select count(*) from store.domain_event_entry");
        awaitCaughtUp(admin);
        double reading = readBack(server, events);
        for (String model : List.of("bookings", "agenda", "appointments", "timeline", "names")) {
          measure(admin, owner, model, reading, events);
        }
      }
    }
  }

  private static String visit(Client admin) {
    Practice practice = new Practice(admin);
    Practice.Doctor doctor = practice.doctor();
    JsonNode slots = doctor.slots(admin);
    String id =
        admin
            .post(
                "/api/appointments",
                doctor.booking(practice.patient(), slots.get(1).path("startsAt").asString()))
            .expect(201)
            .text("appointmentId");
    admin.post("/api/appointments/" + id + "/cancel", null);
    return id;
  }

  private static void fill(Connection owner, String visit) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      long each =
          number(
              owner,
              "select count(*) from store.domain_event_entry where aggregate_identifier like '%"
                  + visit
                  + "%'");
      statement.execute(
          MORE.replace(":copies", Long.toString(EVENTS / each)).replace(":old", "'" + visit + "'"));
    }
  }

  private static void awaitCaughtUp(Client admin) {
    Await.until(
        java.time.Duration.ofMinutes(20),
        () -> admin.get("/api/admin/projections").body().path("items"),
        items -> {
          for (JsonNode model : items) {
            if (model.path("lag").asLong() > 0) {
              return false;
            }
          }
          return true;
        });
  }

  /** Seconds to read all events, payloads and all. */
  private static double readBack(TestServer server, long events) throws Exception {
    EventStore store = server.bean(EventStore.class);
    long began = System.nanoTime();
    long read = 0;
    try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
      while (read < events && stream.hasNextAvailable(5, TimeUnit.SECONDS)) {
        stream.nextAvailable().getPayload();
        read++;
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%d events read back in %.1f s, %.0f a second%n", read, seconds, read / seconds);
    return seconds;
  }

  private static void measure(
      Client admin, Connection owner, String model, double reading, long events) throws Exception {
    double copying = copy(owner, model);
    AtomicLong most = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Thread watch = new Thread(() -> watchHeap(over, most));
    watch.start();
    long began = System.nanoTime();
    JsonNode done = Orders.done(admin, model);
    double seconds = (System.nanoTime() - began) / 1e9;
    over.set(true);
    watch.join();
    System.out.printf(
        "%s: rebuilt in %.1f s, %.0f events a second, %.2f of reading + COPY (%.1f s + %.1f s),"
            + " %.1f ms locked, heap %d MB at most%n",
        model,
        seconds,
        events / seconds,
        seconds / (reading + copying),
        reading,
        copying,
        done.path("lockedMillis").asDouble(),
        most.get() >> 20);
  }

  private static void watchHeap(AtomicBoolean over, AtomicLong most) {
    Runtime runtime = Runtime.getRuntime();
    while (!over.get()) {
      most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  /** Seconds to COPY the rows of a read model, without their indexes. */
  private static double copy(Connection owner, String model) throws Exception {
    double seconds = 0;
    for (String table : tables(model)) {
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      var copies = owner.unwrap(PGConnection.class).getCopyAPI();
      copies.copyOut("copy read." + table + " to stdout", rows);
      try (Statement statement = owner.createStatement()) {
        statement.execute("create table public.bench (like read." + table + " including defaults)");
        long began = System.nanoTime();
        copies.copyIn("copy public.bench from stdin", new ByteArrayInputStream(rows.toByteArray()));
        statement.execute("drop table public.bench");
        seconds += (System.nanoTime() - began) / 1e9;
      }
    }
    return seconds;
  }

  private static List<String> tables(String model) {
    return switch (model) {
      case "bookings" -> List.of("booking_v1");
      case "agenda" -> List.of("agenda_entry_v1");
      case "appointments" -> List.of("appointment_v1");
      case "timeline" -> List.of("timeline_entry_v2", "timeline_patient_v1");
      default -> List.of("name_v1");
    };
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
