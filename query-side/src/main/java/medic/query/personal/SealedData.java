package medic.query.personal;

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

  SealedData(
      @Qualifier("storedJson") ObjectProvider<JsonMapper> stored, ObjectProvider<JsonMapper> any) {
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

  /** As it reads now; nothing was stored where {@code text} is null. */
  public <T> @Nullable Value<T> open(@Nullable String text, Class<T> type) {
    return text == null ? null : sealed.open(text, type);
  }
}
