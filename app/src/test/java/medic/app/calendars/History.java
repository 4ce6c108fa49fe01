package medic.app.calendars;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.events.id.ConnectionId;
import tools.jackson.databind.JsonNode;

/** One doctor, one account, and a random course of things between them. */
final class History {

  private static final int SLOTS = 60;
  private static final int MAX_LIFE_STEPS = 60;

  final String account;
  final Practice.Doctor doctor;
  final List<String> appointments = new ArrayList<>();
  final List<String> deeds = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();
  private final Random random;
  private final Client admin;
  private final Google google;
  private final Calendars calendars;
  final Mailbox mailbox;
  private final List<String> starts;
  private final String asking;
  ConnectionId connection;
  int deaths;
  int proposals;

  History(
      long seed,
      Client admin,
      Practice practice,
      Mailbox mailbox,
      Google google,
      Calendars calendars) {
    this.random = new Random(seed);
    this.admin = admin;
    this.google = google;
    this.calendars = calendars;
    account = "doctor-" + seed + "@example.org";
    doctor = practice.doctor();
    asking = doctor.addType(Map.of("requiresConfirmation", true));
    this.mailbox = mailbox;
    starts = doctor.slots(admin).findValuesAsString("startsAt").subList(0, SLOTS);
    connection = calendars.connect(doctor, account);
  }

  void play(int length) {
    for (int i = 0; i < length; i++) {
      String deed =
          switch (random.nextInt(18)) {
            case 0, 1, 2 -> book();
            case 3 -> step("reschedule", Map.of("startsAt", start()));
            case 4 -> cancel();
            case 5 -> step("confirm", Map.of());
            case 6 -> putElsewhere();
            case 7 -> changeElsewhere();
            case 8 -> changeCopy();
            case 9 -> breakSomething();
            case 10 -> answerProposal(random.nextBoolean());
            case 11 -> breakMail();
            case 12 -> mailbox.remindersAreDue();
            case 13 -> random.nextInt(4) == 0 ? mailbox.optOut() : mailbox.remindersAreDue();
            default -> round();
          };
      deeds.add(deed);
    }
  }

  private String start() {
    return starts.get(random.nextInt(starts.size()));
  }

  private static String plus(String start, int minutes) {
    return Instant.parse(start).plusSeconds(60L * minutes).toString();
  }

  private String book() {
    Map<String, Object> wish = new HashMap<>(doctor.booking(mailbox.patient, start()));
    if (random.nextInt(3) == 0) {
      wish.put("appointmentTypeId", asking);
    }
    Answer answer = admin.post("/api/appointments", wish);
    if (answer.status() == 201) {
      appointments.add(answer.text("appointmentId"));
    }
    return "book " + answer.status();
  }

  private String step(String step, Map<String, Object> body) {
    if (appointments.isEmpty()) {
      return step + " nothing";
    }
    String id = appointments.get(random.nextInt(appointments.size()));
    return step + " " + admin.post("/api/appointments/" + id + "/" + step, body).status();
  }

  private String cancel() {
    if (appointments.isEmpty()) {
      return "cancel nothing";
    }
    String id = appointments.get(random.nextInt(appointments.size()));
    int status = admin.post("/api/appointments/" + id + "/cancel", Map.of()).status();
    if (status == 200) {
      mailbox.ended(id);
    }
    return "cancel " + status;
  }

  private String breakMail() {
    FakeMail.down = !FakeMail.down && random.nextBoolean();
    FakeMail.DEATHS_TO_COME.addAndGet(random.nextInt(3));
    return "mail is " + (FakeMail.down ? "down" : "up");
  }

  private String putElsewhere() {
    String start = start();
    foreign.add(google.puts(account, start, plus(start, 15 + random.nextInt(90))));
    return "put " + start;
  }

  private String changeElsewhere() {
    if (foreign.isEmpty()) {
      return "change nothing";
    }
    String id = foreign.get(random.nextInt(foreign.size()));
    if (random.nextBoolean()) {
      foreign.remove(id);
      google.deletes(account, id);
      return "delete foreign";
    }
    String start = start();
    google.moves(account, id, start, plus(start, 30));
    return "move foreign " + start;
  }

  private String changeCopy() {
    List<String> copies =
        google.alive(account).stream()
            .map(event -> event.path("id").asString())
            .filter(id -> !foreign.contains(id))
            .toList();
    if (copies.isEmpty()) {
      return "change no copy";
    }
    String id = copies.get(random.nextInt(copies.size()));
    switch (random.nextInt(3)) {
      case 0 -> google.deletes(account, id);
      case 1 -> google.changes(account, id, Map.of("description", "noted " + random.nextInt()));
      default -> {
        String start = start();
        google.moves(account, id, start, plus(start, 30 + 15 * random.nextInt(2)));
      }
    }
    return "change copy";
  }

  private String breakSomething() {
    switch (random.nextInt(6)) {
      case 0 -> google.control("POST", "expire-sync-tokens", null);
      case 1 -> google.control("POST", "expire-access-tokens", null);
      case 2 -> {
        google.control("POST", "accounts/" + account + "/revoke", null);
        round();
        connection = calendars.connectPatiently(doctor, account);
      }
      default -> {
        int[] statuses = {0, 500, 503, 429, 403};
        int status = statuses[random.nextInt(statuses.length)];
        String[] requests = {
          "POST .*/events$",
          "PATCH ",
          "DELETE ",
          "GET .*/events",
          "GET .*/calendarList",
          "POST /token"
        };
        Map<String, Object> fault = new HashMap<>();
        fault.put("request", requests[random.nextInt(requests.length)]);
        fault.put("status", status);
        fault.put("reason", "rateLimitExceeded");
        fault.put("times", 1 + random.nextInt(2));
        fault.put("after", random.nextBoolean());
        google.control("POST", "faults", fault);
        return "fault " + fault;
      }
    }
    return "break";
  }

  String answerProposal(boolean accept) {
    JsonNode open = admin.get(doctor.path("/calendar-proposals")).expect(200).body();
    if (open.isEmpty()) {
      return "no proposal";
    }
    proposals++;
    String path = doctor.path("/calendar-proposals/" + open.get(0).path("proposalId").asString());
    int status = admin.post(path + (accept ? "/accept" : "/refuse"), null).status();
    return (accept ? "accept " : "refuse ") + status;
  }

  private String round() {
    calendars.catchUp();
    boolean mortal = random.nextInt(3) > 0;
    int life = mortal ? random.nextInt(MAX_LIFE_STEPS) : Integer.MAX_VALUE;
    boolean lived = Crashes.survives(life, () -> calendars.round(connection));
    calendars.timePasses(connection);
    deaths += lived ? 0 : 1;
    return lived ? "round" : "round that died at step " + life;
  }
}
