package medic.query;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.id.TemplateId;
import medic.query.availability.FindOpenSlots;
import medic.query.availability.OpenSlotsView;
import medic.query.web.Questions;
import medic.query.web.TimeRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Ratios of one run, printed; not part of the build: -Dtest=AvailabilityBench. */
@Tag("server")
class AvailabilityBench {

  private static final int CLIENTS = 8;
  private static final int SECONDS = 4;

  private final QuerySide side = QuerySide.start();
  private final Practice practice = new Practice();

  @Test
  void compareWithAConstantAnswer() throws Exception {
    side.happened(practice.opened());
    for (DayOfWeek day : DayOfWeek.values()) {
      side.happened(fullDay(day));
    }
    for (int i = 0; i < 40; i++) {
      Instant at =
          Instant.parse("2030-03-05T08:00:00Z").plusSeconds(900L * (i % 20) + 86_400L * (i / 20));
      side.happened(practice.booked(Practice.newAppointment(), at.toString()));
    }
    side.settled();
    FindOpenSlots query =
        new FindOpenSlots(
            practice.doctor, practice.type, null, TimeRange.parse("2030-03-04", "2030-03-10"));
    Questions questions = side.questions();
    OpenSlotsView view = questions.ask(query, OpenSlotsView.class);
    JsonMapper json = JsonMapper.builder().build();
    WebSide.Constant.answer = json.writeValueAsBytes(view);
    System.out.printf("%d slots, %d bytes%n", view.slots().size(), WebSide.Constant.answer.length);
    String path =
        "/api/doctors/%s/availability?appointmentTypeId=%s&from=2030-03-04&to=2030-03-10"
            .formatted(practice.doctor.value(), practice.type.value());
    Object handler = side.bean("openSlots", Object.class);
    var handle = handler.getClass().getDeclaredMethod("handle", FindOpenSlots.class);
    handle.setAccessible(true);
    System.out.println("handler alone");
    cost(() -> handle.invoke(handler, query));
    System.out.println("through the gateway");
    cost(() -> questions.ask(query, OpenSlotsView.class));
    for (int round = 0; round < 2; round++) {
      double write = rate(1, () -> json.writeValueAsBytes(view));
      double inProcess = rate(2, () -> questions.ask(query, OpenSlotsView.class));
      double constant = http("/constant");
      double answered = http(path);
      System.out.printf(
          "writing %.0f/s, in process %.0f/s, constant %.0f/s, availability %.0f/s, ratio %.2f%n",
          write, inProcess, constant, answered, answered / constant);
    }
  }

  private ScheduleTemplateDefined fullDay(DayOfWeek day) {
    return new ScheduleTemplateDefined(
        practice.doctor,
        new TemplateId(UUID.randomUUID()),
        new ScheduleTemplate(
            practice.location,
            practice.room,
            day,
            15,
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            0,
            0,
            1,
            0,
            List.of()));
  }

  private double http(String path) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(side.webAddress() + path))
            .header(WebSide.CALLER, "ADMIN")
            .build();
    return rate(CLIENTS, () -> client.send(request, BodyHandlers.ofByteArray()));
  }

  /** On a shared machine the CPU time of a call tells more than the clock. */
  private void cost(java.util.concurrent.Callable<?> work) throws Exception {
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    for (int round = 0; round < 4; round++) {
      long cpu = threads.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      for (int i = 0; i < 2_000; i++) {
        work.call();
      }
      System.out.printf(
          "a question: %d us of CPU here, %d us in all%n",
          (threads.getCurrentThreadCpuTime() - cpu) / 2_000_000,
          (System.nanoTime() - wall) / 2_000_000);
    }
  }

  private static double rate(int clients, java.util.concurrent.Callable<?> work) throws Exception {
    AtomicLong done = new AtomicLong();
    CountDownLatch finished = new CountDownLatch(clients);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    for (int i = 0; i < clients; i++) {
      new Thread(
              () -> {
                try {
                  while (System.nanoTime() < end) {
                    work.call();
                    done.incrementAndGet();
                  }
                } catch (Exception e) {
                  e.printStackTrace();
                }
                finished.countDown();
              })
          .start();
    }
    finished.await();
    return done.get() / (double) SECONDS;
  }
}
