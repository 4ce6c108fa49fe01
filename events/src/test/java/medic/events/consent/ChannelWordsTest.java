package medic.events.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import medic.events.consent.ChannelWords.Entry;
import medic.events.notification.NotificationChannel;
import org.junit.jupiter.api.Test;

class ChannelWordsTest {

  private static final Instant SAVED = Instant.parse("2026-11-30T08:00:00Z");
  private static final Entry NO_BEFORE = new Entry(false, SAVED.minusMillis(1));
  private static final Entry NO_AFTER = new Entry(false, SAVED.plusMillis(1));
  private static final Entry YES_BEFORE = new Entry(true, SAVED.minusMillis(1));
  private static final Entry YES_WITH = new Entry(true, SAVED);

  @Test
  void theLedgersNoHoldsWhateverTheProfileSays() {
    for (Entry no : List.of(NO_BEFORE, NO_AFTER)) {
      assertThat(held(Map.of("sms", true), SAVED, no)).isEqualTo(Map.of("sms", false));
      assertThat(held(Map.of(), SAVED, no)).isEqualTo(Map.of("sms", false));
    }
  }

  @Test
  void theLedgersYesHoldsUnlessAProfileSaidNoSince() {
    assertThat(held(Map.of("sms", false), SAVED, YES_WITH)).isEqualTo(Map.of("sms", true));
    assertThat(held(Map.of("sms", false), SAVED, YES_BEFORE)).isEqualTo(Map.of("sms", false));
    assertThat(held(Map.of("sms", false), null, YES_WITH)).isEqualTo(Map.of("sms", false));
    assertThat(held(Map.of(), SAVED, YES_BEFORE)).isEqualTo(Map.of("sms", true));
  }

  @Test
  void whatTheLedgerIsSilentAboutStaysAsItWasSaid() {
    Map<String, Object> saved = Map.of("email", false, "note", "by day", "sms", true);
    assertThat(ChannelWords.held(saved, SAVED, Map.of())).isEqualTo(saved);
    assertThat(held(saved, SAVED, NO_AFTER))
        .isEqualTo(Map.of("email", false, "note", "by day", "sms", false));
  }

  @Test
  void onlyYesAndNoAreWords() {
    Map<String, Object> preferences = new HashMap<>();
    preferences.put("email", null);
    preferences.put("sms", "no");
    preferences.put("push", false);
    preferences.put("fax", true);
    assertThat(ChannelWords.said(preferences)).isEqualTo(Map.of(NotificationChannel.PUSH, false));
    assertThat(ChannelWords.said(null)).isEmpty();
  }

  private static Map<String, Object> held(
      Map<String, Object> preferences, Instant savedAt, Entry entry) {
    return ChannelWords.held(preferences, savedAt, Map.of(NotificationChannel.SMS, entry));
  }
}
