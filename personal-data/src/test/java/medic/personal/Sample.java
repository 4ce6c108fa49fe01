package medic.personal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kinds of personal data, and what carries them. */
final class Sample {

  private Sample() {}

  @PersonalLabel("sample.profile")
  record Profile(
      String name, LocalDate born, ZoneId zone, @Nullable String phone, Map<String, Object> more) {}

  @PersonalLabel("sample.remark")
  record Remark(String text) {}

  @PersonalLabel("sample.note")
  record Note(String text) {}

  record Unlabelled(String text) {}

  record Registered(String id, Personal<Profile> profile) {}

  record Remarked(Personal<Remark> remark, @Nullable Personal<Note> note) {}

  record Noted(Personal<Note> remark) {}

  record Careless(Personal<Unlabelled> text) {}

  static final Profile ADA =
      new Profile(
          "Ada Lovelace",
          LocalDate.parse("1815-12-10"),
          ZoneId.of("Europe/London"),
          null,
          Map.of("channel", "mail"));
}
