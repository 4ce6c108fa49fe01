package medic.sagas.messages.composing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import medic.events.appointment.ChangeRules;
import medic.events.doctor.ConsultationMode;
import medic.sagas.messages.contacts.Contacts;
import medic.sagas.messages.outbox.NotifiedAppointment;

/**
 * How a visit takes place, what it costs, what to bring and until when its patient can call it off:
 * {@code video, phone, join, joinLater, weCall, youCall, numberMissing, price, whatToBring,
 * cancelUntil, tooLateToCancel}. How to meet is told of visits that are to take place only.
 *
 * @param joinLink the visit's own, which comes before its type's
 * @param phone the patient's number in E.164, of which the end alone is told
 */
record VisitFacts(
    NotifiedAppointment visit,
    Contacts.VisitType type,
    Optional<String> joinLink,
    Optional<String> phone) {

  private static final int DIGITS_SHOWN = 3;

  Map<String, Object> by(Clockface clock, Instant now) {
    Map<String, Object> facts = new HashMap<>();
    if (visit.mode() == ConsultationMode.VIDEO) {
      facts.put("video", true);
      joining(facts);
    } else if (visit.mode() == ConsultationMode.PHONE) {
      facts.put("phone", true);
      calling(facts);
    }
    if (visit.priceCents() != null && visit.currency() != null) {
      facts.put("price", Prices.text(visit.priceCents(), visit.currency(), clock.language()));
    }
    facts.put("whatToBring", type.whatToBring().orElse(""));
    cancelling(facts, clock, now);
    return facts;
  }

  private void joining(Map<String, Object> facts) {
    if (visit.isLive()) {
      Optional<String> link = joinLink.or(this::linkOfType);
      facts.put("join", link.orElse(""));
      facts.put("joinLater", link.isEmpty());
    }
  }

  private Optional<String> linkOfType() {
    String id = visit.appointmentId().value().toString();
    return type.joinUrl().map(url -> url.replace("{appointmentId}", id));
  }

  private void calling(Map<String, Object> facts) {
    if (visit.isLive()) {
      boolean weCall = type.callNumber().isEmpty();
      facts.put("youCall", type.callNumber().orElse(""));
      facts.put("weCall", weCall ? phone.map(VisitFacts::end).orElse("") : "");
      facts.put("numberMissing", weCall && phone.isEmpty());
    }
  }

  private static String end(String number) {
    return number.substring(Math.max(0, number.length() - DIGITS_SHOWN));
  }

  /** By the rule that a patient's cancel is held against. */
  private void cancelling(Map<String, Object> facts, Clockface clock, Instant now) {
    if (visit.isLive() && ChangeRules.isBinding(visit.status()) && type.minNotice().isPresent()) {
      int notice = Math.toIntExact(type.minNotice().get().toMinutes());
      ChangeRules rules = new ChangeRules(true, notice, null);
      boolean late = rules.isTooLate(visit.startsAt(), now);
      facts.put("cancelUntil", late ? "" : clock.both(rules.until(visit.startsAt())));
      facts.put("tooLateToCancel", late);
    }
  }
}
