package medic.query;

import medic.personal.Personal;
import medic.personal.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Personal data between events and tables: stays sealed in the table, is opened on reading. */
@Component
public final class SealedData {

  private final JsonMapper json;

  SealedData(
      @Qualifier("storedJson") ObjectProvider<JsonMapper> stored, ObjectProvider<JsonMapper> any) {
    JsonMapper named = stored.getIfAvailable();
    this.json = named == null ? any.getObject() : named;
  }

  /** The mapper that writes personal data sealed. */
  public JsonMapper json() {
    return json;
  }

  /** As it is stored. */
  public @Nullable String seal(@Nullable Personal<?> personal) {
    return personal == null ? null : json.valueToTree(personal).stringValue();
  }

  /** As it reads now; nothing was stored where {@code sealed} is null. */
  public <T> @Nullable Value<T> open(@Nullable String sealed, Class<T> type) {
    if (sealed == null) {
      return null;
    }
    JavaType personal = json.getTypeFactory().constructParametricType(Personal.class, type);
    Personal<T> opened = json.convertValue(sealed, personal);
    return opened.open();
  }
}
