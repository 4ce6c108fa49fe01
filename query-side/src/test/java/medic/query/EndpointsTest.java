package medic.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import medic.events.doctor.SlotHeld;
import medic.events.id.AppointmentId;
import medic.events.id.HoldId;
import medic.http.Access;
import medic.http.Caller;
import medic.query.appointments.AppointmentsProjection;
import medic.query.personal.SealedData;
import medic.query.processing.ReadModel;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Tag("server")
class EndpointsTest {

  private final QuerySide side = QuerySide.start();
  private final WebSide web = side.web();
  private final Practice practice = new Practice();
  private final AppointmentId visit = Practice.newAppointment();
  private final Caller admin = WebSide.admin();

  @BeforeEach
  void open() throws Exception {
    side.happened(practice.opened());
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z")).settled();
  }

  @Test
  void everyEndpointSaysWhoMayCallItAndWhichReadModelItReads() {
    side.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Method method = handler.getMethod();
              if (method.getDeclaringClass().getName().endsWith("Endpoint")) {
                assertThat(method.getAnnotation(Access.class)).as(method.toString()).isNotNull();
                assertThat(handler.getBeanType().getAnnotation(ReadModel.class))
                    .as(method.toString())
                    .isNotNull();
              }
            });
  }

  @Test
  void answersEveryQuestion() throws Exception {
    String doctor = "/api/doctors/" + practice.doctor.value();
    for (String path :
        new String[] {
          "/api/doctors?specialty=" + practice.specialty,
          doctor,
          doctor + "/agenda?from=2030-03-04&to=2030-03-05",
          doctor + "/analytics?from=2030-03-04&to=2030-03-05",
          doctor + "/availability?appointmentTypeId=" + practice.type.value(),
          "/api/availability/next?specialty=" + practice.specialty,
          "/api/patients/" + practice.patient.value(),
          "/api/patients/" + practice.patient.value() + "/appointments?when=past",
          "/api/appointments/" + visit.value(),
          "/api/appointments/" + visit.value() + "/timeline",
          "/api/audit/events?doctorId=" + practice.doctor.value() + "&limit=2",
          "/api/audit/export?format=csv&appointmentId=" + visit.value()
        }) {
      HttpResponse<String> answer = web.get(admin, path);
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    }
  }

  @Test
  void refusesBadParameters() throws Exception {
    String availability =
        "/api/doctors/%s/availability?appointmentTypeId=%s"
            .formatted(practice.doctor.value(), practice.type.value());
    assertThat(web.get(admin, availability + "&from=tomorrow").statusCode()).isEqualTo(400);
    assertThat(web.get(admin, availability + "&from=+999999999-01-01").statusCode()).isEqualTo(400);
    assertThat(code(web.get(admin, availability + "&to=2031-01-01"))).isEqualTo("RANGE_TOO_LONG");
    assertThat(web.get(admin, "/api/audit/events?limit=201").statusCode()).isEqualTo(400);
    assertThat(web.get(admin, "/api/audit/events?cursor=x").statusCode()).isEqualTo(400);
    assertThat(web.get(admin, "/api/doctors?cursor=x").statusCode()).isEqualTo(400);
    assertThat(web.get(admin, "/api/audit/export?format=pdf").statusCode()).isEqualTo(400);
    assertThat(web.get(admin, "/api/appointments/1-1-1-1-1").statusCode()).isEqualTo(400);
  }

  @Test
  void hidesAppointmentsFromStrangers() throws Exception {
    for (String path : new String[] {"", "/timeline"}) {
      String appointment = "/api/appointments/" + visit.value() + path;
      Caller stranger = WebSide.patient(UUID.randomUUID());
      assertThat(web.get(stranger, appointment).statusCode()).isEqualTo(404);
      assertThat(web.get(WebSide.doctor(UUID.randomUUID()), appointment).statusCode())
          .isEqualTo(404);
      assertThat(web.get(WebSide.patient(practice.patient.value()), appointment).statusCode())
          .isEqualTo(200);
      assertThat(web.get(WebSide.doctor(practice.doctor.value()), appointment).statusCode())
          .isEqualTo(200);
    }
    String patient = "/api/patients/" + practice.patient.value();
    assertThat(web.get(WebSide.doctor(practice.doctor.value()), patient).statusCode())
        .isEqualTo(200);
    assertThat(web.get(WebSide.doctor(UUID.randomUUID()), patient).statusCode()).isEqualTo(404);
    assertThat(web.get(WebSide.patient(UUID.randomUUID()), patient).statusCode()).isEqualTo(404);
  }

  private String code(HttpResponse<String> problem) {
    return side.bean(SealedData.class).json().readTree(problem.body()).path("code").asString();
  }

  @Test
  void waitsForAPositionBoundedly() throws Exception {
    AppointmentId next = Practice.newAppointment();
    side.happened(practice.booked(next, "2030-03-04T09:30:00Z"));
    String head = Long.toString(side.head());
    String path = "/api/appointments/" + next.value();
    assertThat(web.get(admin, path, "Medic-Position", head).statusCode()).isEqualTo(200);
    assertThat(web.get(admin, path, "Medic-Position", "soon").statusCode()).isEqualTo(400);
  }

  @Test
  void aReadModelThatIsBehindIsToldAfterAWhile() throws Exception {
    StreamingEventProcessor appointments =
        side.bean(EventProcessingConfiguration.class)
            .eventProcessor(AppointmentsProjection.GROUP, StreamingEventProcessor.class)
            .orElseThrow();
    AppointmentId next = Practice.newAppointment();
    String path = "/api/appointments/" + next.value();
    appointments.shutDown();
    try {
      side.happened(practice.booked(next, "2030-03-04T10:30:00Z"));
      HttpResponse<String> early =
          web.get(admin, path, "Medic-Position", Long.toString(side.head()));
      assertThat(early.statusCode()).isEqualTo(503);
      assertThat(code(early)).isEqualTo("READ_MODEL_BEHIND");
      assertThat(early.headers().firstValue("Retry-After")).isPresent();
    } finally {
      appointments.start();
    }
    assertThat(web.get(admin, path, "Medic-Position", Long.toString(side.head())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPositionThatNoEventHasIsRefusedAtOnce() throws Exception {
    for (String position : List.of("99999999", Long.toString(Long.MAX_VALUE))) {
      HttpResponse<String> refused = web.get(admin, "/api/doctors", "Medic-Position", position);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("UNKNOWN_POSITION", "Medic-Position");
    }
  }

  @Test
  void pagesAndExportsTheLog() throws Exception {
    for (int i = 0; i < 1500; i++) {
      side.happened(practice.appointmentBooked(Practice.newAppointment(), "2030-03-06T08:00:00Z"));
    }
    side.settled();
    String filter = "doctorId=" + practice.doctor.value() + "&action=booked";
    String export = web.get(admin, "/api/audit/export?" + filter).body();
    assertThat(export.lines().count()).isEqualTo(1501);
    assertThat(export).contains("\"reason\":\"p1.").doesNotContain("my heart");
    assertThat(web.get(admin, "/api/audit/export?format=csv&" + filter).body().lines().count())
        .isEqualTo(1502);
    var json = side.bean(SealedData.class).json();
    String path = "/api/audit/events?limit=200&" + filter;
    var page = json.readTree(web.get(admin, path).body());
    int pages = 1;
    while (!page.path("nextCursor").isNull()) {
      page =
          json.readTree(
              web.get(admin, path + "&cursor=" + page.path("nextCursor").asString()).body());
      pages++;
    }
    assertThat(pages).isEqualTo(8);
  }

  @Test
  void streamsSlotsAsTheyOpenAndClose() throws Exception {
    BlockingQueue<String> events = follow();
    assertThat(take(events)).startsWith("slots").contains("2030-03-04T08:30:00Z");
    side.happened(practice.booked(Practice.newAppointment(), "2030-03-04T08:30:00Z"));
    assertThat(take(events))
        .startsWith("changes")
        .contains("\"closed\":[{\"startsAt\":\"2030-03-04T08:30");
    side.happened(practice.cancelled(visit));
    assertThat(take(events)).contains("\"opened\":[{\"startsAt\":\"2030-03-04T08:00");
  }

  @Test
  void streamsAChangeThatAnotherProcessProjected() throws Exception {
    BlockingQueue<String> events = follow();
    take(events);
    UUID holder = UUID.randomUUID();
    long start = Instant.parse("2030-03-04T09:30:00Z").toEpochMilli();
    try (var other = side.newConnection();
        var statement = other.createStatement()) {
      statement.execute(
          "insert into read.availability_occupied_v1 values ('%s', 0, '%s', %d, %d, null)"
              .formatted(practice.doctor.value(), holder, start, start + 1_800_000));
      statement.execute(
          "select pg_notify('medic_availability', '" + practice.doctor.value() + "')");
    }
    assertThat(take(events)).contains("\"closed\":[{\"startsAt\":\"2030-03-04T09:30");
    // A row that no event made: whoever compares read models with the log must not meet it.
    side.jdbc().update("delete from read.availability_occupied_v1 where holder = ?", holder);
  }

  @Test
  void streamsASlotWhoseHoldRanOut() throws Exception {
    BlockingQueue<String> events = follow();
    take(events);
    Instant from = Instant.parse("2030-03-04T10:00:00Z");
    Instant to = from.plusSeconds(1800);
    side.happened(
        new SlotHeld(
            practice.doctor,
            new HoldId(UUID.randomUUID()),
            practice.type,
            practice.location,
            practice.room,
            from,
            to,
            from,
            to,
            QuerySide.NOW.plusSeconds(1),
            "somebody",
            null));
    assertThat(take(events)).contains("\"closed\":[{\"startsAt\":\"2030-03-04T10:00");
    side.at(QuerySide.NOW.plusSeconds(1));
    assertThat(take(events)).contains("\"opened\":[{\"startsAt\":\"2030-03-04T10:00");
  }

  private BlockingQueue<String> follow() throws Exception {
    String path =
        "/api/doctors/%s/availability/stream?appointmentTypeId=%s&from=2030-03-04&to=2030-03-04"
            .formatted(practice.doctor.value(), practice.type.value());
    var body = web.stream(admin, path).body();
    BlockingQueue<String> events = new LinkedBlockingQueue<>();
    Thread reader =
        new Thread(
            () -> {
              try (var lines = new BufferedReader(new InputStreamReader(body))) {
                String name = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  if (line.startsWith("event:")) {
                    name = line.substring(6);
                  } else if (line.startsWith("data:")) {
                    events.add(name + " " + line.substring(5));
                  }
                }
              } catch (java.io.IOException closed) {
                events.add("closed");
              }
            });
    reader.setDaemon(true);
    reader.start();
    return events;
  }

  private static String take(BlockingQueue<String> events) throws InterruptedException {
    return String.valueOf(events.poll(5, TimeUnit.SECONDS));
  }
}
