package medic.query.personal;

import java.util.Collection;
import java.util.UUID;
import medic.personal.PatientKeys;
import medic.personal.Personal;
import medic.personal.SealedJson;
import medic.personal.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sealed personal data of tables, where there may be none. */
@Component
public final class SealedData {

  private final SealedJson sealed;
  private final ObjectProvider<PatientKeys> keys;

  SealedData(
      @Qualifier("storedJson") ObjectProvider<JsonMapper> stored,
      ObjectProvider<JsonMapper> any,
      ObjectProvider<PatientKeys> keys) {
    this.keys = keys;
    JsonMapper named = stored.getIfAvailable();
    this.sealed = new SealedJson(named == null ? any.getObject() : named);
  }

  /** The mapper that writes personal data sealed. */
  public JsonMapper json() {
    return sealed.json();
  }

  /** As it is stored. */
  public @Nullable String seal(@Nullable Personal<?> personal) {
    return personal == null ? null : sealed.seal(personal);
  }

  /** Before what is stored of many patients is opened: their keys come at once. */
  public void expect(Collection<UUID> patients) {
    keys.ifAvailable(found -> found.fetch(patients));
  }

  /** As it reads now; nothing was stored where {@code text} is null. */
  public <T> @Nullable Value<T> open(@Nullable String text, Class<T> type) {
    return text == null ? null : sealed.open(text, type);
  }
}
