package medic.sagas.messages.consents;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.sagas.messages.contacts.SagaSecret;
import medic.sagas.messages.outbox.NotificationSettings;
import medic.sagas.messages.outbox.OptOutLinks;
import org.springframework.stereotype.Component;

/**
 * Signed tokens by which a message's recipient, and nobody else, says no to its channel without a
 * login. They do not end: a wish to be left alone has no date.
 */
@Component
public final class OptOutTokens implements OptOutLinks {

  static final String PATH = "/api/notifications/opt-out";
  private static final int SUBJECT_BYTES = 17;
  private static final int SIGNATURE_BYTES = 16;

  private final SagaSecret secret;
  private final NotificationSettings settings;

  public OptOutTokens(SagaSecret secret, NotificationSettings settings) {
    this.secret = secret;
    this.settings = settings;
  }

  /** Who says no to what. */
  record OptOut(PatientId patient, NotificationChannel channel) {}

  @Override
  public URI of(PatientId patient, NotificationChannel channel) {
    return URI.create(settings.publicUrl() + PATH + "?token=" + token(patient, channel));
  }

  String token(PatientId patient, NotificationChannel channel) {
    ByteBuffer token = ByteBuffer.allocate(SUBJECT_BYTES + SIGNATURE_BYTES);
    token.putLong(patient.value().getMostSignificantBits());
    token.putLong(patient.value().getLeastSignificantBits());
    token.put((byte) channel.name().charAt(0));
    token.put(signature(patient, channel));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /** What a token of ours says; empty for any other text. */
  Optional<OptOut> read(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    if (bytes.length != SUBJECT_BYTES + SIGNATURE_BYTES) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    PatientId patient = new PatientId(new UUID(in.getLong(), in.getLong()));
    char initial = (char) in.get();
    byte[] signature = Arrays.copyOfRange(bytes, SUBJECT_BYTES, bytes.length);
    return NotificationChannel.automatic().stream()
        .filter(channel -> channel.name().charAt(0) == initial)
        .filter(channel -> MessageDigest.isEqual(signature, signature(patient, channel)))
        .map(channel -> new OptOut(patient, channel))
        .findFirst();
  }

  private byte[] signature(PatientId patient, NotificationChannel channel) {
    byte[] whole = secret.sign("opt-out", patient.value() + " " + channel.name());
    return Arrays.copyOf(whole, SIGNATURE_BYTES);
  }
}
